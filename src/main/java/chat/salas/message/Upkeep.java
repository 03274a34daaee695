package chat.salas.message;

import chat.salas.kernel.Problem.Unavailable;
import chat.salas.room.Endings;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be erased without anybody asking: what a crash left of cleared histories and deleted rooms, in the files too, and
 * what is older than its room keeps things. On one virtual thread, when the server has started and then every hour; while a run
 * lasts, no other begins.
 */
@Singleton
final class Upkeep implements ApplicationEventListener<ServerStartupEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Endings endings;
    private final Retention retention;
    private final Eraser eraser;
    private final Volume volume;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    Upkeep(Endings endings, Retention retention, Eraser eraser, Volume volume) {
        this.endings = endings;
        this.retention = retention;
        this.eraser = eraser;
        this.volume = volume;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        start();
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "1h")
    void start() {
        Thread run = Thread.ofVirtual().name("upkeep").unstarted(this::runAndEnd);
        if (running.compareAndSet(null, run)) {
            run.start();
        }
    }

    private void runAndEnd() {
        try {
            run();
        } catch (Unavailable later) {
            LOG.warn("Erasing goes on in an hour: {}", later.detail());
        } catch (RuntimeException failed) {
            LOG.error("Erasing failed and is tried again in an hour", failed);
        } finally {
            running.set(null);
        }
    }

    /** One run, on the caller's thread. */
    void run() {
        finishDeleted();
        finishCleared();
        Tally old = retention.run();
        if (old.messages() > 0) {
            LOG.info("{} messages ({} bytes) were older than their rooms keep them", old.messages(), old.bytes());
        }
        eraser.settleAll();
    }

    private void finishDeleted() {
        for (long roomId : endings.condemned()) {
            eraser.eraseDeleted(roomId);
            endings.bury(roomId);
        }
    }

    private void finishCleared() {
        for (Endings.Cleared room : endings.cleared()) {
            if (volume.hasUpTo(room.roomId(), room.upToSeq())) {
                eraser.erase(room.roomId(), room.upToSeq());
            }
        }
    }

    /** Lets the piece that is being erased end; the rest goes on at the next start. */
    @Override
    @PreDestroy
    public void close() throws InterruptedException {
        Thread run = running.get();
        if (run != null) {
            run.interrupt();
            run.join(TimeUnit.SECONDS.toMillis(5));
        }
    }
}
