package chat.salas.message;

import chat.salas.kernel.Problem.Unavailable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes what was erased out of the files as well, which holds up all who write: so only when something was erased since it
 * last succeeded, and once for all who wait.
 */
final class Settling {
    /** As long as one run may last. */
    private static final long PATIENCE_SECONDS = 60;

    private final Runnable run;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Not 0, because nobody knows what a crash left before. */
    private final AtomicLong erasures = new AtomicLong(1);

    private volatile long settled;

    /** @param run throws when it did not succeed */
    Settling(Runnable run) {
        this.run = run;
    }

    /** To be called after the commit that erased something. */
    void erased() {
        erasures.incrementAndGet();
    }

    /**
     * Returns once all that was erased before the call is in no file any more.
     *
     * @throws Unavailable when that takes too long
     */
    void settle() {
        long upTo = erasures.get();
        if (settled >= upTo) {
            return;
        }
        await();
        try {
            if (settled < upTo) {
                runOnce();
            }
        } finally {
            turn.unlock();
        }
    }

    private void await() {
        try {
            if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("What was erased still lies in the database's files.");
    }

    /** Serves all who erased before it begins. */
    private void runOnce() {
        long all = erasures.get();
        run.run();
        settled = all;
    }
}
