package chat.salas.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is to be written on one event loop. Whoever has something leaves it here without waiting; the loop takes all
 * that has come, writes it, and flushes each socket once. Bytes that go to many sockets are copied once a loop into a buffer
 * that all their channels share.
 *
 * <p>There are two lines, each in order. Answers are written at once, and always before what rooms tell after them: a join is
 * answered before its first message, a message acknowledged before its sender hears it. What rooms tell is written at once too while there is
 * little; a loop that is busy telling rests four times as long as it told, 50 ms at most, so that what is said meanwhile
 * reaches a socket in one write instead of many.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MAX_A_TURN = 8_192;
    private static final int HEARTBEAT_SECONDS = 15;
    private static final int REST = 4;
    private static final long MAX_REST = TimeUnit.MILLISECONDS.toNanos(50);

    /** Something to be written; runs on the event loop. */
    @FunctionalInterface
    interface Parcel {
        void deliver(Outbox outbox);
    }

    private final EventLoop loop;
    private final Line answers;
    private final Line live;
    private final List<Pipe> unflushed = new ArrayList<>();
    private final Set<Pipe> pipes = new HashSet<>();
    private byte @Nullable [] sharedBytes;
    private @Nullable ByteBuf shared;

    Outbox(EventLoop loop) {
        this.loop = loop;
        this.answers = new Line(0, () -> {});
        this.live = new Line(MAX_REST, answers::drain);
        loop.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** From any thread: an answer, before anything that a room tells later. */
    void add(Parcel parcel) {
        answers.add(parcel);
    }

    /** From any thread: what a room tells, after everything that was added before. */
    void addLive(Parcel parcel) {
        live.add(parcel);
    }

    /** On the event loop: the pipe's heart is listened to until it closes. */
    void attach(Pipe pipe) {
        pipes.add(pipe);
        pipe.channel().closeFuture().addListener(_ -> pipes.remove(pipe));
    }

    /** On the event loop, from a parcel. The same array object for many pipes costs one copy. */
    void write(Pipe pipe, byte[] frames) {
        if (pipe.write(bufferOf(frames, pipe.channel().alloc()).retainedDuplicate())) {
            unflushed.add(pipe);
        }
    }

    private ByteBuf bufferOf(byte[] frames, ByteBufAllocator allocator) {
        if (shared == null || frames != sharedBytes) {
            forget();
            sharedBytes = frames;
            shared = allocator.directBuffer(frames.length).writeBytes(frames);
        }
        return shared;
    }

    private void deliver(Parcel parcel) {
        try {
            parcel.deliver(this);
        } catch (RuntimeException failure) {
            LOG.error("Something could not be written to a socket", failure);
        }
    }

    private long now() {
        return loop.ticker().nanoTime();
    }

    private void flush() {
        forget();
        unflushed.forEach(Pipe::flush);
        unflushed.clear();
    }

    private void forget() {
        if (shared != null) {
            shared.release();
        }
        shared = null;
        sharedBytes = null;
    }

    private void beat() {
        List.copyOf(pipes).forEach(Pipe::beat);
    }

    /** Parcels in the order in which they were added, as far as one thread added them. */
    private final class Line {
        private final long maxRest;
        private final Runnable first;
        private final Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean scheduled = new AtomicBoolean();
        private long restsUntil = now();

        /** @param first what is to be done before each parcel, once it is known that there is one */
        Line(long maxRest, Runnable first) {
            this.maxRest = maxRest;
            this.first = first;
        }

        void add(Parcel parcel) {
            parcels.add(parcel);
            schedule();
        }

        private void schedule() {
            if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
                loop.execute(this::begin);
            }
        }

        /** All of them, as a part would leave an answer behind what came after it; each client has only some on the way. */
        private void drain() {
            for (Parcel next = parcels.poll(); next != null; next = parcels.poll()) {
                deliver(next);
            }
        }

        private void begin() {
            long rest = restsUntil - now();
            if (rest > 0) {
                loop.schedule(this::turn, rest, TimeUnit.NANOSECONDS);
            } else {
                turn();
            }
        }

        private void turn() {
            long start = now();
            scheduled.set(false);
            int left = MAX_A_TURN;
            for (Parcel next = parcels.poll(); next != null; next = --left > 0 ? parcels.poll() : null) {
                first.run();
                deliver(next);
            }
            flush();
            long end = now();
            restsUntil = end + Math.min(maxRest, REST * (end - start));
            if (left <= 0) {
                schedule();
            }
        }
    }
}
