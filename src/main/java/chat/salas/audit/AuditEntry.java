package chat.salas.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record as it is shown.
 *
 * @param number 1, 2, 3, … in its scope
 * @param actorId 0: the server itself
 * @param actor the name that the account has now; empty for the server
 * @param action a code of {@link AuditAction}, or of a later version
 * @param subjectId the account that it was done to; 0 for none
 * @param subject its name now, or empty
 * @param detail null when it cannot be opened (any more)
 */
public record AuditEntry(
        long number,
        Instant at,
        long actorId,
        String actor,
        String action,
        long subjectId,
        String subject,
        @Nullable AuditDetail detail) {}
