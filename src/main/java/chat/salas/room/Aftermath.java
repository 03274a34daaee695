package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.room.RoomEvents.MemberJoined;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MyRoomsChanged;
import jakarta.inject.Singleton;

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

    void joined(long roomId, Actor member) {
        rosters.memberChanged(roomId, member.id());
        bus.publish(new MemberJoined(roomId, member.id(), member.displayName()));
        bus.publish(new MyRoomsChanged(member.id()));
    }

    void left(MemberLeft event) {
        rosters.memberChanged(event.roomId(), event.accountId());
        bus.publish(event);
        bus.publish(new MyRoomsChanged(event.accountId()));
    }
}
