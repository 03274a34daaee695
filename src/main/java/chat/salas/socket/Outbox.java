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
 * Everything that is to be written on one event loop, in order. Whoever has something leaves it here without waiting; the loop
 * takes all that has come, writes it, and flushes each socket once. Bytes that go to many sockets are copied once a loop into
 * a buffer that all their channels share.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MAX_A_TURN = 8_192;
    private static final int HEARTBEAT_SECONDS = 15;

    /** Something to be written; runs on the event loop. */
    @FunctionalInterface
    interface Parcel {
        void deliver(Outbox outbox);
    }

    private final EventLoop loop;
    private final Queue<Parcel> parcels = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<Pipe> unflushed = new ArrayList<>();
    private final Set<Pipe> pipes = new HashSet<>();
    private byte @Nullable [] sharedBytes;
    private @Nullable ByteBuf shared;

    Outbox(EventLoop loop) {
        this.loop = loop;
        loop.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** From any thread; what one thread adds is delivered in its order. */
    void add(Parcel parcel) {
        parcels.add(parcel);
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            loop.execute(this::deliver);
        }
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

    private void deliver() {
        scheduled.set(false);
        int left = MAX_A_TURN;
        for (Parcel next = parcels.poll(); next != null; next = --left > 0 ? parcels.poll() : null) {
            deliver(next);
        }
        forget();
        unflushed.forEach(Pipe::flush);
        unflushed.clear();
        if (left <= 0 && scheduled.compareAndSet(false, true)) {
            loop.execute(this::deliver);
        }
    }

    private void deliver(Parcel parcel) {
        try {
            parcel.deliver(this);
        } catch (Throwable failure) {
            LOG.error("Something could not be written to a socket", failure);
        }
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
}
