package chat.salas.room;

import chat.salas.kernel.Problem.Conflict;

/** 409: the room has an owner who can sign in; nobody gives it away over that one's head. */
public final class NotOrphaned extends Conflict {
    NotOrphaned() {
        super("The room's owner can sign in, so only the owner can hand it over");
    }

    @Override
    public String type() {
        return "not-orphaned";
    }
}
