package chat.salas.ui.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * What waits to be shown on one page. Bus threads put in and never wait; the page takes everything at once under its own
 * lock. Holds at most {@value #MOST} items: what comes after that is forgotten and the page told to load afresh.
 */
final class Mailbox<T> {
    static final int MOST = 500;

    private final Runnable wake;
    private List<T> waiting = new ArrayList<>();
    private boolean woken;
    private boolean overflowed;

    /** @param wake asks the page to {@link #take}; called once until it did; must not block */
    Mailbox(Runnable wake) {
        this.wake = wake;
    }

    /**
     * Everything that waited.
     *
     * @param overflowed whether something was lost, and the page must be loaded afresh
     */
    record Batch<T>(List<T> items, boolean overflowed) {}

    void offer(T item) {
        if (put(item)) {
            wake.run();
        }
    }

    private synchronized boolean put(T item) {
        if (waiting.size() < MOST) {
            waiting.add(item);
        } else {
            overflowed = true;
        }
        boolean first = !woken;
        woken = true;
        return first;
    }

    synchronized Batch<T> take() {
        Batch<T> batch = new Batch<>(waiting, overflowed);
        waiting = new ArrayList<>(0);
        overflowed = false;
        woken = false;
        return batch;
    }
}
