package chat.salas.room;

import chat.salas.kernel.Actor;

/** Proof that an actor is a member of a room; made by {@link Rooms#asMember} only. */
public record Membership(Actor actor, Room room, Role role) {}
