package chat.salas.room;

import chat.salas.audit.AuditLog;
import chat.salas.audit.Pen;
import jakarta.inject.Singleton;

/** Pens for the records of rooms. */
@Singleton
final class Pens {
    private final AuditLog audit;
    private final Keyed keyed;

    Pens(AuditLog audit, Keyed keyed) {
        this.audit = audit;
        this.keyed = keyed;
    }

    Pen room(long roomId) {
        return room(roomId, 1);
    }

    /** @param records how many it writes at most */
    Pen room(long roomId, int records) {
        return keyed.in(roomId, () -> audit.room(roomId, records));
    }
}
