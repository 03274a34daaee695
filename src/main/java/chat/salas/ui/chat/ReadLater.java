package chat.salas.ui.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Up to where rooms were read, told a moment later. In a busy room each page reads on with each message: one mark for what was
 * read meanwhile, and all pages' marks one after the other, as hundreds at once would be in the way of the next message.
 */
final class ReadLater<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadLater.class);
    private static final long MILLIS = 400;

    private final Executor later;
    private final BiConsumer<T, Long> mark;
    private Map<T, Long> read = new HashMap<>();

    /** @param mark may block */
    ReadLater(Executor workers, BiConsumer<T, Long> mark) {
        this.later = CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS, workers);
        this.mark = mark;
    }

    /** Never blocks. */
    void read(T reader, long seq) {
        if (put(reader, seq)) {
            later.execute(() -> take().forEach(this::mark));
        }
    }

    private void mark(T reader, long seq) {
        try {
            mark.accept(reader, seq);
        } catch (RuntimeException failed) {
            LOG.warn("What was read could not be told", failed);
        }
    }

    private synchronized boolean put(T reader, long seq) {
        boolean first = read.isEmpty();
        read.merge(reader, seq, Math::max);
        return first;
    }

    private synchronized Map<T, Long> take() {
        Map<T, Long> taken = read;
        read = new HashMap<>();
        return taken;
    }
}
