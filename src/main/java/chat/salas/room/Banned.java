package chat.salas.room;

import chat.salas.kernel.Problem.Forbidden;

/** 403: whoever is banned from a room is neither let in nor heard. */
public final class Banned extends Forbidden {
    Banned() {
        super("You are banned from this room.");
    }

    @Override
    public String type() {
        return "banned";
    }
}
