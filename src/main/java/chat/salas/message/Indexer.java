package chat.salas.message;

import chat.salas.message.MessageRepository.Change;
import chat.salas.message.MessageRepository.Span;
import chat.salas.search.Passage;
import chat.salas.search.SearchWriter;
import chat.salas.vault.CannotOpen;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the search index after what is committed, on one thread for all rooms. What it did not hear from beginning to end it
 * reads from the database, so it may forget: what is left after a crash is found at the start.
 */
@Singleton
final class Indexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int MAX_CHANGES = 500;
    private static final int HEAP_SHARE = 64;
    private static final int REST = 2;
    private static final long TALK = TimeUnit.SECONDS.toNanos(1);

    private final MessageRepository messages;
    private final Bodies bodies;
    private final SearchWriter index;
    private final BlockingQueue<Long> waiting = new LinkedBlockingQueue<>();
    private final FreshWords fresh = new FreshWords(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    private final Set<Long> known = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("indexer").unstarted(this::run);
    private volatile long heardAt = System.nanoTime() - TALK;
    private volatile boolean closing;

    Indexer(MessageRepository messages, Bodies bodies, SearchWriter index) {
        this.messages = messages;
        this.bodies = bodies;
        this.index = index;
        thread.start();
    }

    /** Hears what one transaction committed; takes no time. */
    void heard(List<MessageEvent> events) {
        heardAt = System.nanoTime();
        fresh.heard(events);
        events.stream().filter(Indexer::isDue).map(MessageEvent::roomId).forEach(this::wake);
    }

    private static boolean isDue(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted posted -> posted.message().seq() % SearchWriter.RUN == 0;
            case MessageEvent.Edited _, MessageEvent.Deleted _ -> true;
            case MessageEvent.Reacted _ -> false;
        };
    }

    /** Has a room looked at soon. */
    void wake(long roomId) {
        if (known.add(roomId)) {
            waiting.add(roomId);
        }
    }

    /** How many rooms wait to be looked at. */
    int waiting() {
        return waiting.size();
    }

    private void run() {
        try {
            boolean begun = false;
            while (!closing && !begun) {
                begun = isDone(
                        "rooms", () -> messages.unindexed(SearchWriter.RUN).forEach(this::wake));
            }
            while (!closing) {
                Long roomId = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (roomId != null) {
                    known.remove(roomId);
                    attempt(roomId);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException, InterruptedException;
    }

    private void attempt(long roomId) throws InterruptedException {
        if (!isDone("room " + roomId, () -> catchUp(roomId))) {
            wake(roomId);
        }
    }

    /** False after a second's rest when it is to be tried again. */
    private boolean isDone(String what, Work work) throws InterruptedException {
        try {
            work.run();
            return true;
        } catch (CannotOpen gone) {
            LOG.debug("The keys of {} are gone", what);
            return true;
        } catch (SQLException | RuntimeException | Error failed) {
            if (!closing) {
                LOG.error("The search index of {} could not be written and is tried again", what, failed);
                TimeUnit.SECONDS.sleep(1);
            }
            return false;
        }
    }

    private void catchUp(long roomId) throws SQLException, InterruptedException {
        settle(roomId);
        long indexed = index.indexed(roomId);
        index.merge(roomId, indexed);
        while (!closing && messages.lastToIndex(roomId) - indexed >= SearchWriter.RUN) {
            long start = System.nanoTime();
            if (index.add(roomId, indexed, passages(roomId, indexed))) {
                indexed += SearchWriter.RUN;
                index.merge(roomId, indexed);
            }
            rest(start);
        }
        // of what was said before it was heard that it was changed
        settle(roomId);
    }

    /** While people talk, for twice as long as it worked: many rooms may have come to the end of a run at once. */
    private void rest(long start) throws InterruptedException {
        long now = System.nanoTime();
        if (now - heardAt < TALK) {
            TimeUnit.NANOSECONDS.sleep(Math.min(TALK, REST * (now - start)));
        }
    }

    private List<Passage> passages(long roomId, long indexed) {
        List<Passage> heard = fresh.take(roomId, indexed);
        return heard == null ? read(roomId, indexed) : heard;
    }

    private List<Passage> read(long roomId, long indexed) {
        return messages.texts(new Span(roomId, indexed, indexed + SearchWriter.RUN + 1)).stream()
                .map(row -> new Passage(row.seq(), bodies.open(roomId, row), row.revision()))
                .toList();
    }

    private void settle(long roomId) throws SQLException {
        List<Change> changes = messages.changes(roomId, MAX_CHANGES);
        while (!closing && !changes.isEmpty()) {
            var rows = messages.of(roomId, changes.stream().map(Change::seq).toList()).stream()
                    .collect(Collectors.toMap(Row::seq, Function.identity()));
            index.settle(
                    roomId,
                    changes.stream()
                            .map(change -> {
                                Row row = rows.get(change.seq());
                                String text = row == null ? null : bodies.open(roomId, row);
                                return new Passage(change.seq(), text, change.mark());
                            })
                            .toList());
            changes = messages.changes(roomId, MAX_CHANGES);
        }
    }

    /** Ends with the step that it is in. */
    @Override
    @PreDestroy
    public void close() throws InterruptedException {
        closing = true;
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
