package chat.salas.account;

import chat.salas.kernel.Problem;

/** 401: unknown address or wrong password; never says which. */
public final class WrongCredentials extends Problem.Unauthenticated {
    WrongCredentials() {
        super("The e-mail address or the password is wrong");
    }

    @Override
    public String type() {
        return "wrong-credentials";
    }
}
