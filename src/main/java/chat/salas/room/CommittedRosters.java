package chat.salas.room;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Rosters from the database. */
@Singleton
final class CommittedRosters implements RosterSource {
    private final RoomRepository rooms;
    private final MembershipRepository memberships;

    CommittedRosters(RoomRepository rooms, MembershipRepository memberships) {
        this.rooms = rooms;
        this.memberships = memberships;
    }

    @Override
    public Optional<Long> roomId(String slug) {
        return rooms.idOf(slug);
    }

    @Override
    public Optional<Room> room(long roomId) {
        return rooms.findById(roomId).map(RoomRow::room);
    }

    @Override
    public List<Roster.Entry> members(long roomId) {
        return memberships.roster(roomId);
    }

    @Override
    public Optional<Roster.Entry> member(long roomId, long accountId) {
        return memberships.member(roomId, accountId);
    }
}
