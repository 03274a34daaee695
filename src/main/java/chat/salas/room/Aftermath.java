package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents.MemberJoined;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MyAccessChanged;
import chat.salas.room.RoomEvents.MyRoomsChanged;
import chat.salas.room.RoomEvents.NoticeCame;
import chat.salas.room.RoomEvents.RequestsChanged;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.RoomEvents.RoomChanged;
import chat.salas.room.RoomEvents.RoomDeleted;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** What must happen after a commit, in this order: rights in memory follow, then those who are connected hear of it. */
@Singleton
final class Aftermath {
    private final Rosters rosters;
    private final Bus bus;

    Aftermath(Rosters rosters, Bus bus) {
        this.rosters = rosters;
        this.bus = bus;
    }

    void made(long roomId, Actor owner) {
        rosters.memberChanged(roomId, owner.id());
        bus.publish(new MyRoomsChanged(owner.id()));
    }

    void joined(long roomId, long accountId, String displayName) {
        rosters.memberChanged(roomId, accountId);
        bus.publish(new MemberJoined(roomId, accountId, displayName));
        bus.publish(new MyRoomsChanged(accountId));
    }

    /** Asked to be let in, took that back, or it was decided. */
    void asked(long roomId, long accountId) {
        bus.publish(new RequestsChanged(roomId));
        bus.publish(new MyAccessChanged(accountId, roomId));
    }

    void noticed(long accountId) {
        bus.publish(new NoticeCame(accountId));
    }

    void ruled(long roomId, Sitting held) {
        rosters.membersChanged(roomId, held.touched());
        bus.publish(held.events());
        held.personal().forEach(bus::publish);
    }

    void rescued(long roomId, List<RoleChanged> events) {
        rosters.membersChanged(
                roomId, events.stream().map(RoleChanged::accountId).collect(Collectors.toSet()));
        bus.publish(events);
    }

    void left(MemberLeft event) {
        rosters.memberChanged(event.roomId(), event.accountId());
        bus.publish(event);
        bus.publish(new MyRoomsChanged(event.accountId()));
    }

    void changed(Room room) {
        rosters.roomChanged(room);
        bus.publish(new RoomChanged(room));
    }

    /** @param members who were in it */
    void deleted(Room room, List<Long> members) {
        rosters.roomDeleted(room);
        bus.publish(new RoomDeleted(room.id()));
        members.forEach(member -> bus.publish(new MyRoomsChanged(member)));
    }

    /** @param event tells that nothing up to a number is there any more */
    void shortened(Room room, RoomEvent event) {
        rosters.roomChanged(room);
        bus.publish(event);
    }
}
