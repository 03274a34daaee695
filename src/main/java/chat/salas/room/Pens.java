package chat.salas.room;

import chat.salas.audit.AuditLog;
import chat.salas.audit.Pen;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.vault.CannotOpen;
import jakarta.inject.Singleton;

/** Pens for the records of rooms. A room that was deleted a moment ago is not found; one whose key is lost is a fault. */
@Singleton
final class Pens {
    private final AuditLog audit;
    private final RoomRepository rooms;

    Pens(AuditLog audit, RoomRepository rooms) {
        this.audit = audit;
        this.rooms = rooms;
    }

    Pen room(long roomId) {
        return room(roomId, 1);
    }

    /** @param records how many it writes at most */
    Pen room(long roomId, int records) {
        try {
            return audit.room(roomId, records);
        } catch (CannotOpen keyless) {
            if (rooms.findById(roomId).isEmpty()) {
                throw new NotFound("There is no such room.");
            }
            throw keyless;
        }
    }
}
