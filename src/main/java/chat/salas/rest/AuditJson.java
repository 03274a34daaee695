package chat.salas.rest;

import chat.salas.audit.AuditEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of the audit.
 *
 * @param number 1, 2, 3, … in the room
 * @param actor null: the server itself
 * @param action what was done, {@code member.banned} for example
 * @param subject to whom it was done; null for nobody
 * @param detail what else there is to say, in named words
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditJson(
        long number,
        Instant at,
        @Nullable PersonJson actor,
        String action,
        @Nullable PersonJson subject,
        Map<String, String> detail) {
    static AuditJson of(AuditEntry entry) {
        return new AuditJson(
                entry.number(),
                entry.at(),
                PersonJson.of(entry.actorId(), entry.actor()),
                entry.action(),
                PersonJson.of(entry.subjectId(), entry.subject()),
                entry.detail() == null ? Map.of() : entry.detail().words());
    }
}
