package chat.salas.message;

import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.Unavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of messages. One thread takes whatever waits and writes it in one transaction; while that goes to disk, the
 * next batch gathers. So a commit's price is shared by all who wait for it; while many come, more of them gather.
 */
@Singleton
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int MAX_WAITING = 4_096;
    private static final int MAX_BATCH = 2_048;
    private static final int MAX_CULPRITS = 3;

    private final DataSource database;
    private final Herald herald;
    private final BlockingQueue<Entry<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final Thread thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::run);
    private final JournalPace pace = new JournalPace();
    private volatile boolean closing;
    private volatile boolean ended;
    private @Nullable Ledger ledger;

    Journal(DataSource database, Herald herald) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.herald = herald;
        thread.start();
    }

    /**
     * Puts an entry into the queue; waits while it is full, for at most five seconds.
     *
     * @throws Unavailable when it stays full, or the server is stopping
     */
    void submit(Entry<?> entry) {
        if (closing) {
            throw stopping();
        }
        try {
            if (!waiting.offer(entry, 5, TimeUnit.SECONDS)) {
                throw new Unavailable("Too many messages wait to be written.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
        if (ended && waiting.remove(entry)) {
            throw stopping();
        }
    }

    /** How many entries wait. */
    int waiting() {
        return waiting.size();
    }

    JournalPace pace() {
        return pace;
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                write(next());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            closeLedger();
            refuseAll(drained(), stopping());
        }
    }

    private List<Entry<?>> next() throws InterruptedException {
        List<Entry<?>> batch = new ArrayList<>();
        Entry<?> first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MAX_BATCH - 1);
        }
        return batch;
    }

    /** An entry that the database will not have is left out, so that it fails alone; a database that fails fails all. */
    private void write(List<Entry<?>> batch) throws InterruptedException {
        List<Entry<?>> left = batch;
        for (int culprits = 0; !left.isEmpty(); culprits++) {
            List<Written> written = new ArrayList<>(left.size());
            long start = System.nanoTime();
            try {
                writeAll(left, written);
                long end = System.nanoTime();
                pace.committed(left.size(), end - start);
                herald.tell(written);
                TimeUnit.NANOSECONDS.sleep(pace.rest(left.size(), end, waiting.size()));
                return;
            } catch (SQLException | RuntimeException | Error failure) {
                boolean all = ledger == null || failure instanceof SQLTransientException;
                int failed = all ? left.size() : written.size();
                closeLedger();
                LOG.error("Of {} entries to write, number {} failed", left.size(), failed, failure);
                if (failed == left.size() || culprits == MAX_CULPRITS) {
                    refuseAll(left, unavailable());
                    return;
                }
                refuseAll(List.of(left.remove(failed)), unavailable());
            }
        }
    }

    private void writeAll(List<Entry<?>> batch, List<Written> written) throws SQLException {
        Ledger open = open();
        open.begin();
        for (Entry<?> entry : batch) {
            written.add(one(open, entry));
        }
        open.commit();
    }

    private static Written one(Ledger open, Entry<?> entry) throws SQLException {
        try {
            return entry.write(open);
        } catch (Problem refused) {
            return Written.refused(entry, refused);
        }
    }

    private Ledger open() throws SQLException {
        if (ledger == null) {
            ledger = new Ledger(database.getConnection());
        }
        return ledger;
    }

    private void closeLedger() {
        try (Ledger old = ledger) {
            ledger = null;
        } catch (SQLException alreadyBroken) {
            LOG.warn("The journal's connection could not be closed: {}", alreadyBroken.getErrorCode());
        }
    }

    private List<Entry<?>> drained() {
        List<Entry<?>> rest = new ArrayList<>();
        waiting.drainTo(rest);
        return rest;
    }

    private void refuseAll(List<Entry<?>> entries, Problem why) {
        try {
            herald.tell(
                    entries.stream().map(entry -> Written.refused(entry, why)).toList());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Unavailable stopping() {
        return new Unavailable("The server is stopping.");
    }

    private static Unavailable unavailable() {
        return new Unavailable("The database is unavailable.");
    }

    /** Writes what waits, at most for eight seconds; what comes later is refused. */
    @Override
    @PreDestroy
    public void close() throws InterruptedException {
        closing = true;
        thread.join(TimeUnit.SECONDS.toMillis(8));
    }
}
