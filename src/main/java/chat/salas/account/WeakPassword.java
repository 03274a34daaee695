package chat.salas.account;

import chat.salas.kernel.Problem;

/** 422: too short, too long, or one that is guessed first. */
public final class WeakPassword extends Problem.Refused {
    WeakPassword(String field, String message) {
        super(field, message);
    }

    @Override
    public String type() {
        return "weak-password";
    }
}
