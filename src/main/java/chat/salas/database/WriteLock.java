package chat.salas.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one transaction write at a time, in the order of their coming. Belongs to connections, not threads, as a connection
 * may be closed by another thread than the one that used it.
 */
final class WriteLock {
    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;

    /** @param patience how long to wait for a turn, so that no mistake of ours can stop a thread for ever */
    WriteLock(Duration patience) {
        this.patience = patience;
    }

    void acquire() throws SQLException {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientException("no turn to write within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("interrupted while waiting for a turn to write", e);
        }
    }

    void release() {
        turn.release();
    }

    /** Whether nobody writes. */
    boolean isFree() {
        return turn.availablePermits() == 1;
    }
}
