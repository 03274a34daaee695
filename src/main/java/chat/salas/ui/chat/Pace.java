package chat.salas.ui.chat;

import java.util.concurrent.TimeUnit;

/**
 * When a page takes in what waits for it: at once where nothing came for a while, and then at intervals, which are longer
 * where more came at a time. What can wait (typing, who is online) comes along, or after a second.
 */
final class Pace {
    static final long BRISK = TimeUnit.MILLISECONDS.toNanos(100);
    static final long BUSY = TimeUnit.MILLISECONDS.toNanos(200);
    static final long CALM = TimeUnit.SECONDS.toNanos(1);

    private static final int MANY = 10;

    private boolean begun;
    private long last;
    private long interval;

    /** In how many nanoseconds to come; 0 for at once. */
    synchronized long delay(boolean urgent, long now) {
        if (!begun) {
            return 0;
        }
        return Math.max(0, last + (urgent ? interval : CALM) - now);
    }

    /** So many items were taken in. */
    synchronized void took(int items, long now) {
        if (items > 0) {
            begun = true;
            last = now;
            interval = items > MANY ? BUSY : BRISK;
        }
    }
}
