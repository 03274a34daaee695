package chat.salas.account;

import chat.salas.kernel.Problem;

/** 409: there is an account with this address. */
public final class EmailTaken extends Problem.Conflict {
    EmailTaken() {
        super("There is an account with this e-mail address");
    }

    @Override
    public String type() {
        return "email-taken";
    }
}
