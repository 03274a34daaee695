package chat.salas.account;

import chat.salas.kernel.Problem;

/** 410: a link for a new password that is unknown, was used, or is older than a day. */
public final class ResetEnded extends Problem.Gone {
    ResetEnded() {
        super("This link was used already, or is older than a day");
    }

    @Override
    public String type() {
        return "reset-ended";
    }
}
