package chat.salas.message;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.Histogram;

/** How long the journal's commits take and how much each carries. */
final class JournalPace {
    private final Histogram commits = Histogram.ofTimes();
    private final Histogram batches = Histogram.of(1, 2, 5, 10, 25, 50, 100, 200, 500, 1_000);

    /** A batch is on disk that began to be written then, by {@link System#nanoTime}. */
    void committed(int entries, long start) {
        commits.since(start);
        batches.record(entries);
    }

    void tell(Exposition out) {
        out.histogram("salas_journal_commit_duration_seconds", "Seconds to write a batch to disk.", commits);
        out.histogram("salas_journal_batch_entries", "Entries written at once.", batches);
    }
}
