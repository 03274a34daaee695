package chat.salas.room;

import chat.salas.audit.AuditLog;
import chat.salas.audit.AuditTrail;
import jakarta.inject.Singleton;

/** What was done in a room, for its admins. */
@Singleton
public final class RoomAudit {
    private final AuditLog log;

    RoomAudit(AuditLog log) {
        this.log = log;
    }

    /** The room's records. To be asked for anew each time, so that the right to read them is checked each time. */
    public AuditTrail of(Membership admin) {
        admin.require(Act.ADMINISTER);
        return log.trailOf(admin.room().id());
    }
}
