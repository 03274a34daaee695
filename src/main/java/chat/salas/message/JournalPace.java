package chat.salas.message;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.Histogram;
import java.util.concurrent.TimeUnit;

/**
 * How long the journal's commits take, how much each carries, and how long to gather before the next. For the journal's thread
 * alone, but for what it tells.
 */
final class JournalPace {
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(40);
    private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long ROUND = TimeUnit.SECONDS.toNanos(5);
    private static final int BUSY = 25;
    private static final int MANY = 1_000;

    private final Histogram commits = Histogram.ofTimes();
    private final Histogram batches = Histogram.of(1, 2, 5, 10, 25, 50, 100, 200, 500, 1_000);
    private long windowStart = System.nanoTime();
    private int inWindow;
    private long roundEnd;
    private double unhindered;
    private double gathered = Double.MAX_VALUE;
    private boolean measuring = true;
    private boolean resting;

    /** A batch is on disk that took so many nanoseconds to write. */
    void committed(int entries, long took) {
        commits.record(took);
        batches.record(entries);
    }

    /**
     * How many nanoseconds to gather after a batch. Most of a message's price is one that those who come together share: the
     * commit and its fsync, pages of the database, wakeups, and in one room writes to sockets. So while over a hundred entries
     * a second come, each batch gathers for 40 ms. While fewer come nobody waits for anybody, nor when many wait already: after
     * a slow moment the journal catches up.
     *
     * <p>Clients that wait for each answer before they say more would gain nothing and become slow. So every five seconds the
     * journal takes entries as they come for a quarter of a second, and does not gather when it turns out that this is what
     * keeps half of them from coming.
     *
     * @param entries of the batch
     * @param now by {@link System#nanoTime}
     * @param waiting entries that came meanwhile
     */
    long rest(int entries, long now, int waiting) {
        long since = now - windowStart;
        if (since >= WINDOW) {
            if (since < 2 * WINDOW) {
                judge(inWindow * (double) WINDOW / since, now);
            } else {
                measure(Double.MAX_VALUE);
            }
            windowStart = now;
            inWindow = 0;
        }
        inWindow += entries;
        return resting && waiting < MANY ? REST : 0;
    }

    private void judge(double came, long now) {
        if (measuring) {
            unhindered = came;
            resting = came >= BUSY && came <= 2 * gathered;
            measuring = came < BUSY;
            gathered = Double.MAX_VALUE;
            roundEnd = now + ROUND;
        } else if (now - roundEnd >= 0) {
            measure(Double.MAX_VALUE);
        } else if (resting && came < unhindered / 2) {
            // because they wait, or because less is said: the next window tells
            measure(came);
        }
    }

    /** @param whileGathering how many came in the window before, if that is in doubt */
    private void measure(double whileGathering) {
        resting = false;
        measuring = true;
        gathered = whileGathering;
    }

    void tell(Exposition out) {
        out.histogram("salas_journal_commit_duration_seconds", "Seconds to write a batch to disk.", commits);
        out.histogram("salas_journal_batch_entries", "Entries written at once.", batches);
    }
}
