package chat.salas.socket;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one connection's requests one after the other, away from the event loop, and costs nothing while there are none. When
 * too many wait it asks the reader to pause, so that a client can make the server hold only so much.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    static final int PAUSE_AT = 64;
    static final int RESUME_AT = 16;

    /** Whether more may be read from the client. */
    @FunctionalInterface
    interface Gate {
        void open(boolean open);
    }

    private final Executor threads;
    private final Gate gate;
    private @Nullable ArrayDeque<Runnable> waiting;
    private boolean running;
    private boolean paused;
    private boolean stopped;

    /** @param threads what it gives to them may block */
    Lane(Executor threads, Gate gate) {
        this.threads = threads;
        this.gate = gate;
    }

    /** Runs it after everything that was added before; returns false when it was stopped. */
    boolean add(Runnable task) {
        boolean idle;
        synchronized (this) {
            if (stopped) {
                return false;
            }
            idle = queue(task);
        }
        // not while the lock is held: the thread that starts would run into it, and be put aside
        if (idle) {
            threads.execute(this::run);
        }
        return true;
    }

    /** Whether nobody is at work yet. */
    private boolean queue(Runnable task) {
        waiting = waiting == null ? new ArrayDeque<>() : waiting;
        waiting.add(task);
        if (!paused && waiting.size() >= PAUSE_AT) {
            paused = true;
            gate.open(false);
        }
        boolean idle = !running;
        running = true;
        return idle;
    }

    /** Forgets what waits; what runs is finished. */
    synchronized void stop() {
        stopped = true;
        waiting = null;
    }

    private void run() {
        for (Runnable task = next(); task != null; task = next()) {
            run(task);
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            LOG.error("A socket's task failed", failure);
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting == null ? null : waiting.poll();
        running = task != null;
        if (paused && (waiting == null || waiting.size() <= RESUME_AT)) {
            paused = false;
            gate.open(true);
        }
        if (task == null) {
            waiting = null;
        }
        return task;
    }
}
