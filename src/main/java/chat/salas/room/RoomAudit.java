package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.audit.AuditTrail;
import chat.salas.audit.Pen;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What was done in a room, for its admins. */
@Singleton
public final class RoomAudit {
    private final AuditLog log;
    private final Pens pens;
    private final Store store;
    private final InstantSource clock;

    RoomAudit(AuditLog log, Pens pens, Store store, InstantSource clock) {
        this.log = log;
        this.pens = pens;
        this.store = store;
        this.clock = clock;
    }

    /** The room's records. To be asked for anew each time, so that the right to read them is checked each time. */
    public AuditTrail of(Membership admin) {
        admin.require(Act.ADMINISTER);
        return log.trailOf(admin.room().id());
    }

    /**
     * Writes down what an admin is about to do that changes none of the rooms' own tables; before it is done, so that it is
     * never done without a record.
     *
     * @param subjectId the account that it is done to, or {@link AuditLog#NOBODY}
     */
    public void record(Membership admin, AuditAction action, long subjectId, AuditDetail detail) {
        admin.require(Act.ADMINISTER);
        Pen pen = pens.room(admin.room().id());
        store.write(() -> {
            store.requireStill(Act.ADMINISTER, admin, clock.millis());
            pen.write(admin.actor().id(), action, subjectId, detail);
            return action;
        });
    }
}
