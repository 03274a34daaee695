package chat.salas.ui.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * What waits to be shown on one page. Bus threads put in and never wait; the page takes everything at once under its own
 * lock. Holds at most {@value #MOST} items that others cause: what comes after that is forgotten and the page told to load
 * afresh.
 */
final class Mailbox<T> {
    static final int MOST = 500;

    private final Wake wake;
    private List<T> waiting = new ArrayList<>(0);
    private boolean woken;
    private boolean hurried;
    private boolean overflowed;

    /** Asks the page to {@link #take}; called once until it did, and once more when it becomes urgent; must not block. */
    @FunctionalInterface
    interface Wake {
        void soon(boolean urgent);
    }

    Mailbox(Wake wake) {
        this.wake = wake;
    }

    /**
     * Everything that waited.
     *
     * @param overflowed whether something was lost, and the page must be loaded afresh
     */
    record Batch<T>(List<T> items, boolean overflowed) {}

    /** Puts in what cannot be loaded again, and what the page itself caused, so that it is no more than that asked for. */
    void keep(T item) {
        if (put(item, true, true)) {
            wake.soon(true);
        }
    }

    /** @param urgent whether somebody waits to see it */
    void offer(T item, boolean urgent) {
        if (put(item, urgent, false)) {
            wake.soon(urgent);
        }
    }

    private synchronized boolean put(T item, boolean urgent, boolean kept) {
        if (kept || waiting.size() < MOST) {
            waiting.add(item);
        } else {
            overflowed = true;
        }
        boolean news = !woken || urgent && !hurried;
        woken = true;
        hurried |= urgent;
        return news;
    }

    synchronized Batch<T> take() {
        Batch<T> batch = new Batch<>(waiting, overflowed);
        waiting = new ArrayList<>(0);
        overflowed = false;
        woken = false;
        hurried = false;
        return batch;
    }
}
