package chat.salas.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it: who it is, never what is said.
 *
 * @param lastSeenAt to the minute or so; null when it never came back
 * @param owned how many rooms it owns
 * @param joined in how many rooms it is, its own among them
 */
public record Person(
        long id,
        String displayName,
        String email,
        Instant createdAt,
        @Nullable Instant lastSeenAt,
        int owned,
        int joined,
        boolean administrator,
        boolean disabled) {}
