package chat.salas.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands to a room: all that {@link RoomPolicy} decides from.
 *
 * @param listed whether those outside may know that the room is there
 * @param mutedUntil until when a member only reads; null for who is not muted now
 */
public record Standing(
        Access access,
        boolean listed,
        Encryption encryption,
        @Nullable Instant mutedUntil) {
    /** How everybody stands to a room that is not there, which is how a stranger stands to an unlisted one. */
    static final Standing NOWHERE = new Standing(Access.NONE, false, Encryption.AT_REST, null);

    boolean isMuted() {
        return mutedUntil != null;
    }
}
