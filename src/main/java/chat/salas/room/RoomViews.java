package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.FoldedName;
import chat.salas.kernel.Page;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Rooms as one account sees them: from the database, with the read marks that are not written yet. */
@Singleton
final class RoomViews {
    static final int MOST_MINE = 1_000;

    private final RoomRepository rooms;
    private final ReadMarks marks;
    private final InstantSource clock;

    RoomViews(RoomRepository rooms, ReadMarks marks, InstantSource clock) {
        this.rooms = rooms;
        this.marks = marks;
        this.clock = clock;
    }

    Page<RoomView> directory(Actor actor, String query, int page, int size) {
        String like = FoldedName.of(query).containing();
        List<Glance> found = rooms.directory(like, actor.id(), clock.millis(), size + 1, (long) page * size);
        boolean more = found.size() > size;
        return new Page<>(all(actor, more ? found.subList(0, size) : found), more);
    }

    List<RoomView> mine(Actor actor) {
        return all(actor, rooms.mine(actor.id(), clock.millis(), MOST_MINE));
    }

    Optional<Glance> glance(Actor actor, String slug) {
        return rooms.glance(slug, actor.id(), clock.millis());
    }

    Optional<Glance> glance(Actor actor, long roomId) {
        return rooms.glance(roomId, actor.id(), clock.millis());
    }

    RoomView view(Actor actor, Glance glance) {
        return glance.view(marks.pending(glance.id(), actor.id()), clock.millis());
    }

    private List<RoomView> all(Actor actor, List<Glance> glances) {
        return glances.stream().map(glance -> view(actor, glance)).toList();
    }
}
