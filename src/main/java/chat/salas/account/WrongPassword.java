package chat.salas.account;

import chat.salas.kernel.Problem;

/** 403: the present password, asked for again before something grave, is wrong. */
public final class WrongPassword extends Problem.Forbidden {
    WrongPassword() {
        super("The password is wrong");
    }

    @Override
    public String type() {
        return "wrong-password";
    }
}
