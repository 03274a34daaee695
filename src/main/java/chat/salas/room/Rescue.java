package chat.salas.room;

import chat.salas.account.Office;
import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.Pen;
import chat.salas.kernel.Actor;
import chat.salas.kernel.FoldedName;
import chat.salas.kernel.Problem.Conflict;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.room.RoomEvents.RoleChanged;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives rooms whose owner cannot sign in any more to one of their members. The only thing that administrators of the instance
 * can do to a room, and it leads none of them inside.
 */
@Singleton
public final class Rescue {
    private static final int MOST_HEIRS = 200;

    private final Office office;
    private final HeirRepository heirs;
    private final Store store;
    private final Pens pens;
    private final Aftermath aftermath;

    Rescue(Office office, HeirRepository heirs, Store store, Pens pens, Aftermath aftermath) {
        this.office = office;
        this.heirs = heirs;
        this.store = store;
        this.pens = pens;
        this.aftermath = aftermath;
    }

    /**
     * Who could have it: members who can sign in, admins first, then by name; at most 200.
     *
     * @param words part of the name; blank for all
     */
    public List<Heir> heirs(Actor actor, long roomId, String words) {
        office.require(actor);
        return heirs.find(roomId, FoldedName.of(words).containing(), MOST_HEIRS).stream()
                .map(found -> new Heir(found.id(), found.displayName(), found.role()))
                .toList();
    }

    /**
     * Makes a member the owner. Who was it becomes a plain member, as the account may be enabled again.
     *
     * @throws chat.salas.kernel.Problem 403 for others than administrators, 404 without such a room or member, 409 when the
     *     room has an owner who can sign in (NotOrphaned), or the heir cannot
     */
    public void handOver(Actor actor, long roomId, long heir) {
        office.require(actor);
        requireRoom(roomId);
        Pen pen = pens.room(roomId);
        List<RoleChanged> events = office.act(actor, () -> exchange(actor, roomId, heir, pen));
        aftermath.rescued(roomId, events);
    }

    private List<RoleChanged> exchange(Actor actor, long roomId, long heir, Pen pen) {
        requireRoom(roomId);
        MembershipRepository members = store.memberships();
        if (members.member(roomId, heir).isEmpty()) {
            throw new NotFound("There is no such member");
        }
        List<RoleChanged> events = new ArrayList<>();
        Long owner = heirs.owner(roomId).orElse(null);
        if (owner != null) {
            requireOrphaned(owner);
            members.setRole(roomId, owner, Role.MEMBER);
            events.add(new RoleChanged(roomId, owner, Role.MEMBER));
        }
        if (members.able(heir) == 0) {
            throw new Conflict("This account cannot sign in, so it cannot rule a room");
        }
        members.setRole(roomId, heir, Role.OWNER);
        members.mute(roomId, heir, null);
        members.forgetPartedMute(roomId, heir);
        pen.write(actor.id(), AuditAction.ROOM_RESCUED, heir, AuditDetail.NONE);
        office.record(actor, AuditAction.ROOM_RESCUED, heir, AuditDetail.of("room", Long.toString(roomId)));
        events.add(new RoleChanged(roomId, heir, Role.OWNER));
        return events;
    }

    private void requireOrphaned(long owner) {
        if (store.memberships().able(owner) > 0) {
            throw new NotOrphaned();
        }
    }

    private void requireRoom(long roomId) {
        if (store.rooms().findById(roomId).isEmpty()) {
            throw new NotFound("There is no such room");
        }
    }
}
