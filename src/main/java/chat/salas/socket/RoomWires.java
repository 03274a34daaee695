package chat.salas.socket;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms in which some socket is right now. */
@Singleton
final class RoomWires {
    private final Frames frames;
    private final ConcurrentHashMap<Long, Used> byRoom = new ConcurrentHashMap<>();

    private record Used(RoomWire wire, int times) {
        Used again(int more) {
            return new Used(wire, times + more);
        }
    }

    RoomWires(Frames frames) {
        this.frames = frames;
    }

    /** To be given back with {@link #release}. */
    RoomWire take(long roomId, String room) {
        return byRoom.compute(
                        roomId, (_, used) -> used == null ? new Used(new RoomWire(room, frames), 1) : used.again(1))
                .wire();
    }

    void release(long roomId) {
        byRoom.computeIfPresent(roomId, (_, used) -> used.times() == 1 ? null : used.again(-1));
    }

    int size() {
        return byRoom.size();
    }
}
