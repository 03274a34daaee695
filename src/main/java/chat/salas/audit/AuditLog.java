package chat.salas.audit;

import chat.salas.vault.KeyRing;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Who did what to whom, and when. A pen is taken before the transaction and writes inside it, so that an act and its record
 * are committed together or not at all:
 *
 * <pre>{@code
 * Pen pen = audit.room(roomId);
 * store.write(() -> {
 *     change();
 *     pen.write(actor.id(), AuditAction.ROLE_CHANGED, subjectId, AuditDetail.of("newRole", "ADMIN"));
 * });
 * }</pre>
 */
@Singleton
public final class AuditLog {
    /** The actor of what nobody did but the server itself. */
    public static final long SERVER = 0;

    /** The subject of what was done to no account. */
    public static final long NOBODY = 0;

    /** The scope of the instance; every other scope is a room's id. */
    static final long INSTANCE = 0;

    private final Inkwell inkwell;
    private final Reading reading;
    private final KeyRing keys;

    AuditLog(Inkwell inkwell, Reading reading, KeyRing keys) {
        this.inkwell = inkwell;
        this.reading = reading;
        this.keys = keys;
    }

    /** What a pen needs. */
    @Singleton
    record Inkwell(Chain chain, Sealing sealing, TransactionOperations<Connection> transactions, InstantSource clock) {}

    /**
     * A pen for one record of the room. To be taken outside any transaction, where it costs a counter.
     *
     * @throws IllegalStateException inside a transaction
     * @throws chat.salas.vault.CannotOpen when the room has no key (any more)
     */
    public Pen room(long roomId) {
        return room(roomId, 1);
    }

    /** A pen for so many records of the room, 1 or more; see {@link #room(long)}. */
    public Pen room(long roomId, int records) {
        Deque<Integer> versions = new ArrayDeque<>(records);
        for (int i = 0; i < records; i++) {
            versions.add(keys.use(roomId));
        }
        return new Pen(inkwell, roomId, versions);
    }

    /** A pen for any number of records of the instance, whose details are not sealed: no secrets, no addresses. */
    public Pen instance() {
        return new Pen(inkwell, INSTANCE, null);
    }

    /** The records of a room. Whoever calls has checked that the actor may read them. */
    public AuditTrail trailOf(long roomId) {
        return new AuditTrail(reading, roomId);
    }

    /** The records of the instance. Whoever calls has checked that the actor may read them. */
    public AuditTrail trailOfInstance() {
        return new AuditTrail(reading, INSTANCE);
    }
}
