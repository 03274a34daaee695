package chat.salas.room;

import chat.salas.kernel.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proof that an actor is a member of a room; made by {@link Rooms#asMember} only, and true when it was made.
 *
 * @param fromSeq the member sees only what came later
 * @param mutedUntil until when the member only reads; null for who was not muted when this was made
 */
public record Membership(
        Actor actor,
        Room room,
        Role role,
        long fromSeq,
        @Nullable Instant mutedUntil) {
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

    /** The member sees no message up to this number, whoever asks for it and how. */
    public long floor() {
        return Math.max(room.clearedSeq(), fromSeq);
    }

    /** The same member, with the role that it has by now. */
    public Membership as(Role now) {
        return new Membership(actor, room, now, fromSeq, mutedUntil);
    }

    Standing standing() {
        return new Standing(role.access(), room.listed(), room.encryption(), mutedUntil);
    }
}
