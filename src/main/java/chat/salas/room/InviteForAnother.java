package chat.salas.room;

import chat.salas.kernel.Problem.Forbidden;

/** 403: the invite is bound to another e-mail address. */
public final class InviteForAnother extends Forbidden {
    InviteForAnother() {
        super("This invite is for another e-mail address than the one of your account.");
    }

    @Override
    public String type() {
        return "invite-for-another";
    }
}
