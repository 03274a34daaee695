package chat.salas.account;

import chat.salas.kernel.Problem;

/** 403: not everybody may sign up here. */
public final class RegistrationClosed extends Problem.Forbidden {
    RegistrationClosed(String detail) {
        super(detail);
    }

    @Override
    public String type() {
        return "registration-closed";
    }
}
