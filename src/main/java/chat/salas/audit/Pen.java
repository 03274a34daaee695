package chat.salas.audit;

import chat.salas.audit.AuditLog.Inkwell;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one transaction. Hard to hold wrongly: it writes only inside a transaction, and only as many sealed
 * records as it was taken for. After a rollback take a new one. For one thread; one that was not used costs nothing.
 */
public final class Pen {
    private final Inkwell inkwell;
    private final long scope;
    private final @Nullable Deque<Integer> versions;

    /** @param versions of the room's key, one for each record; null: not sealed */
    Pen(Inkwell inkwell, long scope, @Nullable Deque<Integer> versions) {
        this.inkwell = inkwell;
        this.scope = scope;
        this.versions = versions;
    }

    /**
     * Adds a record that is committed, or not, with the transaction around it.
     *
     * @param actorId who did it, or {@link AuditLog#SERVER}
     * @param subjectId to whom, or {@link AuditLog#NOBODY}
     * @throws IllegalStateException outside a transaction, or when it has written as many as it was taken for
     */
    public void write(long actorId, AuditAction action, long subjectId, AuditDetail detail) {
        if (inkwell.transactions().findTransactionStatus().isEmpty()) {
            throw new IllegalStateException("an act and its record belong into one transaction");
        }
        Chain.Place place = inkwell.chain().next(scope);
        long at = inkwell.clock().millis();
        Long subject = subjectId == AuditLog.NOBODY ? null : subjectId;
        AuditRow draft = new AuditRow(
                scope, place.number(), at, actorId, action.code(), subject, version(), new byte[0], new byte[0]);
        inkwell.chain().add(inkwell.sealing().seal(draft, detail), place.before());
    }

    private @Nullable Integer version() {
        if (versions == null) {
            return null;
        }
        if (versions.isEmpty()) {
            throw new IllegalStateException("the pen was taken for fewer records");
        }
        return versions.remove();
    }
}
