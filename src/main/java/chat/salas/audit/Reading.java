package chat.salas.audit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/** What reading a trail needs. */
@Singleton
record Reading(AuditRepository rows, Chain chain, Sealing sealing, TransactionOperations<Connection> transactions) {

    /** Sees one state of the database throughout. */
    <T> T once(Supplier<T> work) {
        return transactions.executeRead(_ -> work.get());
    }

    AuditEntry entry(AuditRepository.Named named) {
        Long subject = named.subjectId();
        return new AuditEntry(
                named.number(),
                Instant.ofEpochMilli(named.at()),
                named.actorId(),
                Objects.requireNonNullElse(named.actorName(), ""),
                named.action(),
                subject == null ? AuditLog.NOBODY : subject,
                Objects.requireNonNullElse(named.subjectName(), ""),
                sealing.open(named.row()));
    }
}
