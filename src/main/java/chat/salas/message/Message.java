package chat.salas.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as one viewer sees it. Immutable; a message just sent is one object shared by all who hear it.
 *
 * @param room the room's slug
 * @param seq 1, 2, 3, … in the room
 * @param id the sender's own id
 * @param text null once deleted, and when it is unreadable
 * @param replyTo the seq that it answers, or null
 * @param deletedBy who deleted it, or null while it stands
 */
public record Message(
        long roomId,
        String room,
        long seq,
        UUID id,
        Author author,
        Instant at,
        @Nullable String text,
        @Nullable Long replyTo,
        @Nullable Instant editedAt,
        @Nullable Long deletedBy,
        List<Reaction> reactions) {

    /** Who wrote it. */
    public record Author(long id, String displayName) {}

    /** How many reacted with an emoji, and whether the viewer did. */
    public record Reaction(String emoji, int count, boolean mine) {}

    /** Whether content was erased and only the number is left. */
    public boolean deleted() {
        return deletedBy != null;
    }

    /** Whether it stands but what is stored was damaged or tampered with, so that nobody can be shown what it said. */
    public boolean unreadable() {
        return text == null && !deleted();
    }

    /** The same message with other reactions. */
    Message withReactions(List<Reaction> others) {
        return new Message(roomId, room, seq, id, author, at, text, replyTo, editedAt, deletedBy, others);
    }

    /** The same message with its number. */
    Message numbered(long number) {
        return new Message(roomId, room, number, id, author, at, text, replyTo, editedAt, deletedBy, reactions);
    }

    /** The same message as edited at a time. */
    Message edited(Instant when) {
        return new Message(roomId, room, seq, id, author, at, text, replyTo, when, deletedBy, reactions);
    }
}
