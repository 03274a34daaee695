package chat.salas.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A few chunks between a thread that writes and one that reads; either may give up, and the other one notices. */
final class Pipe {
    private static final int CHUNKS = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private boolean ended;
    private boolean abandoned;
    private @Nullable Throwable failure;

    /** @throws IOException if the reader has gone */
    void write(byte[] chunk) throws IOException {
        if (chunk.length == 0) {
            return;
        }
        lock.lock();
        try {
            while (chunks.size() >= CHUNKS && !abandoned) {
                await();
            }
            if (abandoned) {
                throw new IOException("The browser has gone");
            }
            chunks.add(chunk);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        change(() -> ended = true);
    }

    void fail(Throwable cause) {
        change(() -> failure = cause);
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void await() throws IOException {
        try {
            changed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private byte @Nullable [] next() throws IOException {
        lock.lock();
        try {
            while (chunks.isEmpty() && !ended && !abandoned && failure == null) {
                await();
            }
            byte[] chunk = chunks.poll();
            changed.signalAll();
            if (chunk == null && failure != null) {
                throw new IOException("The answer broke off", failure);
            }
            return chunk;
        } finally {
            lock.unlock();
        }
    }

    InputStream reader() {
        return new Reader();
    }

    private final class Reader extends InputStream {
        private byte[] current = new byte[0];
        private int position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position == current.length) {
                byte[] chunk = next();
                if (chunk == null) {
                    return -1;
                }
                current = chunk;
                position = 0;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public void close() {
            change(() -> {
                abandoned = true;
                chunks.clear();
            });
        }
    }
}
