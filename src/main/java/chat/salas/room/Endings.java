package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.audit.Pen;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents.HistoryCleared;
import chat.salas.room.RoomEvents.HistoryTrimmed;
import chat.salas.vault.KeyRing;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/**
 * How histories and rooms end, as far as rooms know of it: at one commit nobody sees any more what is to go, and everybody
 * inside is told. The rows of what was said are erased after that by whoever keeps them, who calls {@link #bury} at last.
 */
@Singleton
public final class Endings {
    private final EndingRepository rows;
    private final Store store;
    private final KeyRing keys;
    private final AuditLog audit;
    private final Pens pens;
    private final Aftermath aftermath;
    private final InstantSource clock;

    @SuppressWarnings("TooManyParameters")
    Endings(
            EndingRepository rows,
            Store store,
            KeyRing keys,
            AuditLog audit,
            Pens pens,
            Aftermath aftermath,
            InstantSource clock) {
        this.rows = rows;
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.pens = pens;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /** How many are in a room, and how many invites it has. */
    public record People(int members, int invites) {}

    /** Who would lose a room. */
    public People people(Membership membership) {
        long id = membership.room().id();
        return new People(store.memberships().membersOf(id), rows.invites(id));
    }

    /**
     * Hides all that was said up to now, for admins.
     *
     * @return up to which number; what was hidden before may still be about to be erased
     */
    public long clear(Membership admin) {
        admin.require(Act.ADMINISTER);
        Pen pen = pens.room(admin.room().id());
        Hidden hidden = store.write(() -> clearAll(admin, pen));
        if (hidden.isNew()) {
            shortened(admin.room().id(), new HistoryCleared(admin.room().id(), hidden.upToSeq()));
        }
        return hidden.upToSeq();
    }

    private record Hidden(long upToSeq, boolean isNew) {}

    private Hidden clearAll(Membership admin, Pen pen) {
        long id = admin.room().id();
        store.requireStill(Act.ADMINISTER, admin, clock.millis());
        long last = rows.lastSeq(id).orElseThrow(Endings::gone);
        boolean isNew = rows.clear(id, last) > 0;
        if (isNew) {
            pen.write(admin.actor().id(), AuditAction.ROOM_CLEARED, AuditLog.NOBODY, upTo(last));
        }
        return new Hidden(last, isNew);
    }

    private static AuditDetail upTo(long seq) {
        return AuditDetail.of("upToSeq", Long.toString(seq));
    }

    /**
     * Hides what a room does not keep any longer.
     *
     * @return false when that is hidden already, or the room keeps things for another number of days by now
     */
    public boolean trim(Keeping keeping, long upToSeq) {
        long id = keeping.roomId();
        Pen pen = pens.room(id);
        boolean trimmed = store.write(() -> trim(keeping, upToSeq, pen));
        if (trimmed) {
            shortened(id, new HistoryTrimmed(id, upToSeq));
        }
        return trimmed;
    }

    private boolean trim(Keeping keeping, long upToSeq, Pen pen) {
        boolean trimmed = rows.trim(keeping.roomId(), keeping.days(), upToSeq) > 0;
        if (trimmed) {
            pen.write(AuditLog.SERVER, AuditAction.RETENTION_RAN, AuditLog.NOBODY, upTo(upToSeq));
        }
        return trimmed;
    }

    private void shortened(long roomId, RoomEvent event) {
        store.rooms().findById(roomId).ifPresent(row -> aftermath.shortened(row.room(), event));
    }

    /**
     * Ends a room, for its owner: its keys are destroyed first, so that from the commit on nothing of it opens any more,
     * wherever copies lie. Members, invites, bans and requests go with it, and its slug is free.
     */
    public People delete(Membership owner) {
        owner.require(Act.OWN);
        long id = owner.room().id();
        int invites = rows.invites(id);
        List<Long> members = store.write(() -> condemn(owner, invites));
        keys.forget(id);
        aftermath.deleted(owner.room(), members);
        return new People(members.size(), invites);
    }

    private List<Long> condemn(Membership owner, int invites) {
        long id = owner.room().id();
        store.requireStill(Act.OWN, owner, clock.millis());
        keys.destroy(id);
        if (rows.condemn(id, clock.millis()) == 0) {
            throw gone();
        }
        List<Long> members = rows.members(id);
        audit.instance()
                .write(
                        owner.actor().id(),
                        AuditAction.ROOM_DELETED,
                        AuditLog.NOBODY,
                        told(id, members.size(), invites));
        rows.forgetMembers(id);
        rows.forgetInvites(id);
        rows.forgetBans(id);
        rows.forgetRequests(id);
        rows.forgetNotices(id);
        return members;
    }

    /** Names would outlive the room there, so there are none. */
    private static AuditDetail told(long id, int members, int invites) {
        return AuditDetail.of("roomId", Long.toString(id))
                .and("members", Integer.toString(members))
                .and("invites", Integer.toString(invites));
    }

    /** Takes away the last row of a room that was deleted and has nothing left. */
    public void bury(long roomId) {
        store.write(() -> rows.bury(roomId));
    }

    /** Rooms that were deleted and are not buried. */
    public List<Long> condemned() {
        return rows.condemned();
    }

    /** A room whose history was cleared or trimmed at some time, up to this number. */
    public record Cleared(long roomId, long upToSeq) {}

    /** Rooms that hide what was said up to some number. */
    public List<Cleared> cleared() {
        return rows.cleared().stream()
                .map(hidden -> new Cleared(hidden.id(), hidden.clearedSeq()))
                .toList();
    }

    /** A room that keeps what is said for this many days. */
    public record Keeping(long roomId, int days) {}

    /** Rooms that do not keep everything for ever. */
    public List<Keeping> keeping() {
        return rows.kept().stream()
                .map(kept -> new Keeping(kept.id(), kept.retentionDays()))
                .toList();
    }

    private static NotFound gone() {
        return new NotFound("There is no such room.");
    }
}
