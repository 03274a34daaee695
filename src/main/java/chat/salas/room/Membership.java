package chat.salas.room;

import chat.salas.kernel.Actor;

/** Proof that an actor is a member of a room; made by {@link Rooms#asMember} only. */
public record Membership(Actor actor, Room room, Role role) {

    /**
     * Goes on only when {@link RoomPolicy} allows it.
     *
     * @throws chat.salas.kernel.Problem that says why not
     */
    public void require(Act act) {
        RoomPolicy.require(act, standing());
    }

    /** Whether it is allowed; for faces that hide what is not. */
    public boolean may(Act act) {
        return RoomPolicy.judge(act, standing()) == Verdict.ALLOWED;
    }

    private Standing standing() {
        return Standing.of(role.access(), room);
    }
}
