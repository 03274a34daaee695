package chat.salas.account;

import chat.salas.kernel.Problem.Conflict;

/** 409: without this account nobody would administer the instance any more. */
public final class LastAdministrator extends Conflict {
    LastAdministrator() {
        super("This is the last administrator: name another one first");
    }

    @Override
    public String type() {
        return "last-administrator";
    }
}
