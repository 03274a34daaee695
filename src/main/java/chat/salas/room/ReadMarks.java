package chat.salas.room;

import chat.salas.kernel.Problem.Refused;
import chat.salas.live.Bus;
import chat.salas.room.MembershipRepository.Progress;
import chat.salas.room.RoomEvents.ReadMoved;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Up to where each member has read. Kept in memory for a moment and written in batches; never moves backwards. */
@Context
public final class ReadMarks {
    static final int MOST_PENDING = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(ReadMarks.class);

    private final ConcurrentHashMap<Reader, Mark> pending = new ConcurrentHashMap<>();
    private final MembershipRepository memberships;
    private final MarkWriter writer;
    private final Bus bus;

    record Reader(long roomId, long accountId) {
        static Reader of(Membership membership) {
            return new Reader(membership.room().id(), membership.actor().id());
        }
    }

    record Mark(long seq, boolean written) {}

    ReadMarks(MembershipRepository memberships, MarkWriter writer, Bus bus) {
        this.memberships = memberships;
        this.writer = writer;
        this.bus = bus;
    }

    /**
     * Publishes {@link RoomEvents.ReadMoved} when it moved; of several at once the greatest counts, whichever is heard last.
     * A seq beyond the newest message is cut to it.
     *
     * @param seq 0 or more
     * @throws Refused when it is negative
     */
    public void read(Membership membership, long seq) {
        membership.require(Act.ENTER);
        if (seq < 0) {
            throw new Refused("seq", seq + " (expected: 0..)");
        }
        Reader reader = Reader.of(membership);
        if (seq <= pending(reader)) {
            return;
        }
        progress(reader).ifPresent(now -> move(reader, Math.min(seq, now.lastSeq()), now.readSeq()));
    }

    /** The member's mark, 0 before the first. */
    public long lastRead(Membership membership) {
        Reader reader = Reader.of(membership);
        return Math.max(pending(reader), progress(reader).map(Progress::readSeq).orElse(0L));
    }

    /** The mark in memory, which may be ahead of the row; 0 for none. */
    long pending(long roomId, long accountId) {
        return pending(new Reader(roomId, accountId));
    }

    private long pending(Reader reader) {
        Mark mark = pending.get(reader);
        return mark == null ? 0 : mark.seq;
    }

    private Optional<Progress> progress(Reader reader) {
        return memberships.progress(reader.roomId(), reader.accountId());
    }

    private void move(Reader reader, long seq, long stored) {
        if (seq <= stored || !hasRoom()) {
            return;
        }
        AtomicBoolean moved = new AtomicBoolean();
        pending.compute(reader, (_, mark) -> {
            moved.set(mark == null || mark.seq < seq);
            return moved.get() ? new Mark(seq, false) : mark;
        });
        if (moved.get()) {
            bus.publish(new ReadMoved(reader.accountId(), reader.roomId(), seq));
        }
    }

    /** Where the database takes nothing any more, a mark is lost rather than memory. */
    private boolean hasRoom() {
        if (pending.size() >= MOST_PENDING) {
            flush();
            pending.values().removeIf(Mark::written);
        }
        return pending.size() < MOST_PENDING;
    }

    /**
     * Writes what waits; what cannot be written waits on. What is written stays until the next time, so that who has read the
     * row just before still finds it here.
     */
    @Scheduled(fixedDelay = "250ms", initialDelay = "250ms")
    void flush() {
        pending.values().removeIf(Mark::written);
        Map<Reader, Mark> waiting = Map.copyOf(pending);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            writer.write(waiting);
            waiting.forEach((reader, mark) -> pending.replace(reader, mark, new Mark(mark.seq, true)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Read marks could not be written and are tried again: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Writes what the last interval left. */
    @PreDestroy
    void close() {
        flush();
    }
}
