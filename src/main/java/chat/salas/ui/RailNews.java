package chat.salas.ui;

import java.util.HashMap;
import java.util.Map;

/**
 * What happened to my rooms since the page was last told: the highest numbers only, so it stays small however much is said.
 * Filled by publishers, emptied by the page.
 */
final class RailNews {
    /** Up to where was written and read in a room; 0 for nothing new. */
    record Moved(long posted, long read) {
        Moved max(Moved other) {
            return new Moved(Math.max(posted, other.posted), Math.max(read, other.read));
        }
    }

    /** Everything at once. */
    record Batch(Map<Long, Moved> moved, boolean roomsChanged, boolean noticed) {}

    private Map<Long, Moved> moved = new HashMap<>();
    private boolean roomsChanged;
    private boolean noticed;
    private boolean announced;

    /** @return whether somebody has to come and {@link #take} it */
    synchronized boolean moved(long roomId, Moved news) {
        moved.merge(roomId, news, Moved::max);
        return announce();
    }

    synchronized boolean roomsChanged() {
        roomsChanged = true;
        return announce();
    }

    /** There is something to tell me. */
    synchronized boolean noticed() {
        noticed = true;
        return announce();
    }

    private boolean announce() {
        boolean first = !announced;
        announced = true;
        return first;
    }

    synchronized Batch take() {
        Batch batch = new Batch(moved, roomsChanged, noticed);
        moved = new HashMap<>();
        roomsChanged = false;
        noticed = false;
        announced = false;
        return batch;
    }
}
