package chat.salas.socket;

import chat.salas.live.RoomEvent;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sockets in one room share: the batch that is being told right now. The bus hands the same list to one listener after
 * the other, so remembering the last one is enough to encode each once; and weakly, as whoever still has to write it holds it.
 */
final class RoomWire {
    private final String room;
    private final Frames frames;
    private volatile @Nullable WeakReference<Batch> last;

    RoomWire(String room, Frames frames) {
        this.room = room;
        this.frames = frames;
    }

    Batch batch(List<? extends RoomEvent> events) {
        WeakReference<Batch> reference = last;
        Batch known = reference == null ? null : reference.get();
        if (known != null && known.isOf(events)) {
            return known;
        }
        Batch fresh = new Batch(events, room, frames);
        last = new WeakReference<>(fresh);
        return fresh;
    }
}
