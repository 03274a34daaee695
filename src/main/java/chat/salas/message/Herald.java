package chat.salas.message;

import chat.salas.live.Bus;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was committed: answers those who asked, then tells the rooms, in the order of the commits and once a room and
 * batch. On a thread of its own, so that the next batch goes to disk meanwhile; a journal that is sixteen batches ahead waits.
 */
@Singleton
final class Herald implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final int MAX_AHEAD = 16;
    private static final List<Written> END = List.of();

    private final Bus bus;
    private final Indexer indexer;
    private final LongAdder posted = new LongAdder();
    private final BlockingQueue<List<Written>> committed = new ArrayBlockingQueue<>(MAX_AHEAD);
    private final Thread thread = Thread.ofPlatform().daemon().name("herald").unstarted(this::run);

    Herald(Bus bus, Indexer indexer) {
        this.bus = bus;
        this.indexer = indexer;
        thread.start();
    }

    /** Takes a batch that is on disk. */
    void tell(List<Written> batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            committed.put(batch);
        }
    }

    private void run() {
        try {
            for (List<Written> batch = committed.take(); batch != END; batch = committed.take()) {
                announce(batch);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(List<Written> batch) {
        Map<Long, List<MessageEvent>> rooms = new LinkedHashMap<>();
        for (Written written : batch) {
            answer(written);
            MessageEvent event = written.event();
            if (event != null) {
                count(event);
                rooms.computeIfAbsent(event.roomId(), _ -> new ArrayList<>()).add(event);
            }
        }
        rooms.values().forEach(this::tellRoom);
    }

    /** A room that cannot be told must not keep the others from hearing, nor the journal from writing. */
    private void tellRoom(List<MessageEvent> events) {
        try {
            indexer.heard(events);
            bus.publish(List.copyOf(events));
        } catch (Throwable failure) {
            LOG.error("A room could not be told what was committed", failure);
        }
    }

    private void count(MessageEvent event) {
        if (event instanceof MessageEvent.Posted) {
            posted.increment();
        }
    }

    /** How many new messages were committed. */
    long posted() {
        return posted.sum();
    }

    private static void answer(Written written) {
        try {
            written.answer().run();
        } catch (Throwable failure) {
            LOG.error("An answer could not be given", failure);
        }
    }

    /** Tells what it has, at most for five seconds. */
    @Override
    @PreDestroy
    public void close() throws InterruptedException {
        committed.offer(END, 1, TimeUnit.SECONDS);
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
