package chat.salas.room;

import java.util.List;
import java.util.Optional;

/** Where rosters are read from: always what is committed. */
interface RosterSource {
    Optional<Long> roomId(String slug);

    Optional<Room> room(long roomId);

    /** Ascending by account. */
    List<Roster.Entry> members(long roomId);

    Optional<Roster.Entry> member(long roomId, long accountId);
}
