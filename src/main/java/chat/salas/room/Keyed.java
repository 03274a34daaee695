package chat.salas.room;

import chat.salas.kernel.Problem.NotFound;
import chat.salas.vault.CannotOpen;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What needs a room's key. A room that was deleted a moment ago is not found; one whose key is lost or damaged is a fault. */
@Singleton
public final class Keyed {
    private final RoomRepository rooms;

    Keyed(RoomRepository rooms) {
        this.rooms = rooms;
    }

    /**
     * Does what needs the room's key; not inside a transaction.
     *
     * @throws NotFound when the room has no key because it was deleted
     * @throws CannotOpen when its key does not open although it is there
     */
    public <T> T in(long roomId, Supplier<T> work) {
        try {
            return work.get();
        } catch (CannotOpen keyless) {
            if (rooms.findById(roomId).isEmpty()) {
                throw new NotFound("There is no such room.");
            }
            throw keyless;
        }
    }
}
