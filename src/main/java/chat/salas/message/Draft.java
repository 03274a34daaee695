package chat.salas.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say.
 *
 * @param id the sender's own id; the same id again stores nothing. Null: the server makes one
 * @param text 1 to 8,000 characters after trimming
 * @param replyTo an existing message's seq, or null
 */
public record Draft(
        @Nullable UUID id, String text, @Nullable Long replyTo) {}
