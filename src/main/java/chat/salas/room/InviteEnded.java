package chat.salas.room;

import chat.salas.kernel.Problem.Gone;

/** 410: the invite was good once. */
public final class InviteEnded extends Gone {
    private final Invites.State state;

    InviteEnded(Invites.State state) {
        super(
                switch (state) {
                    case REVOKED -> "This invite was revoked.";
                    case USED_UP -> "This invite is used up.";
                    case EXPIRED, OPEN -> "This invite has expired.";
                });
        this.state = state;
    }

    /** What ended it. */
    public Invites.State state() {
        return state;
    }

    @Override
    public String type() {
        return switch (state) {
            case REVOKED -> "invite-revoked";
            case USED_UP -> "invite-used-up";
            case EXPIRED, OPEN -> "invite-expired";
        };
    }
}
