package chat.salas.message;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.Histogram;
import java.util.concurrent.TimeUnit;

/** How long the journal's commits take, how much each carries, and how long to gather before the next. */
final class JournalPace {
    private static final int FEW = 4;
    private static final int MANY = 1_000;
    private static final int REST = 4;
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(25);

    private final Histogram commits = Histogram.ofTimes();
    private final Histogram batches = Histogram.of(1, 2, 5, 10, 25, 50, 100, 200, 500, 1_000);

    /** A batch is on disk that took so many nanoseconds to write. */
    void committed(int entries, long took) {
        commits.record(took);
        batches.record(entries);
    }

    /**
     * How many nanoseconds to gather after a batch. Most of its price is in pages of the database and in writes to sockets,
     * which messages of one room share when they come together. So a busy journal gathers for four times as long as it wrote,
     * 25 ms at most. After a few entries it does not wait, nor when many wait already: after a slow moment it catches up.
     *
     * @param entries of the batch
     * @param took nanoseconds to write it
     * @param waiting entries that came meanwhile
     */
    static long rest(int entries, long took, int waiting) {
        return entries <= FEW || waiting >= MANY ? 0 : Math.min(LONGEST_REST, REST * took);
    }

    void tell(Exposition out) {
        out.histogram("salas_journal_commit_duration_seconds", "Seconds to write a batch to disk.", commits);
        out.histogram("salas_journal_batch_entries", "Entries written at once.", batches);
    }
}
