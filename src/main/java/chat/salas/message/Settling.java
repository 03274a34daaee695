package chat.salas.message;

import chat.salas.kernel.Problem.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes what was erased out of the files as well, which holds up all who write: so only when something was erased since it
 * last succeeded, once for all who wait, and never soon after the last time, as whoever may clear one room could else hold up
 * everybody by clearing it again and again. They wait for it instead: the promise that nothing is left stays what it was.
 */
final class Settling {
    /** As long as a rest and one run may last. */
    private static final long PATIENCE_SECONDS = 70;

    /** Others have at least so many times as long for themselves as the run took, up to the longest rest. */
    private static final int REST = 20;

    private final Runnable run;
    private final long longestRest;
    private final ReentrantLock turn = new ReentrantLock(true);

    private final AtomicLong erasures = new AtomicLong();
    private volatile long settled;
    private long restsUntil = System.nanoTime();

    /**
     * @param run throws when it did not succeed
     * @param longestRest between two runs
     */
    Settling(Runnable run, Duration longestRest) {
        this.run = run;
        this.longestRest = longestRest.toNanos();
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
                rest();
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
        throw stillThere();
    }

    private void rest() {
        try {
            TimeUnit.NANOSECONDS.sleep(restsUntil - System.nanoTime());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw stillThere();
        }
    }

    private static Unavailable stillThere() {
        return new Unavailable("What was erased still lies in the database's files.");
    }

    /** Serves all who erased before it begins. One that fails costs the others as much. */
    private void runOnce() {
        long all = erasures.get();
        long start = System.nanoTime();
        try {
            run.run();
            settled = all;
        } finally {
            long end = System.nanoTime();
            restsUntil = end + Math.min(longestRest, REST * (end - start));
        }
    }
}
