package chat.salas.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who cannot come in.
 *
 * @param bannedBy 0 when that is not known
 * @param bannedByName the name that account has now, or empty
 * @param until null: until somebody lifts it
 * @param reason null when none was given, or when it does not open
 */
public record Ban(
        long accountId,
        String displayName,
        long bannedBy,
        String bannedByName,
        Instant at,
        @Nullable Instant until,
        @Nullable String reason) {}
