package chat.salas.message;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.room.Membership;
import chat.salas.room.RoomAudit;
import chat.salas.room.Rooms;
import jakarta.inject.Singleton;

/** A room's whole history, for admins, who take it along. */
@Singleton
public final class Export {
    private final Rooms rooms;
    private final RoomAudit audit;
    private final History history;

    Export(Rooms rooms, RoomAudit audit, History history) {
        this.rooms = rooms;
        this.audit = audit;
        this.history = history;
    }

    /** The first page; that it was asked for stands in the room's audit. */
    public HistoryPage begin(Actor actor, String room) {
        Membership admin = rooms.asAdmin(actor, room);
        audit.record(admin, AuditAction.ROOM_EXPORTED, AuditLog.NOBODY, AuditDetail.NONE);
        return history.page(admin, null, 0L, History.MAX_PAGE);
    }

    /** The page after a seq; the right to it is asked for anew. */
    public HistoryPage after(Actor actor, String room, long seq) {
        return history.page(rooms.asAdmin(actor, room), null, seq, History.MAX_PAGE);
    }
}
