package chat.salas.mail;

import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits to leave: one after the other, at most a thousand; what fails waits longer each time and is given up in the end. */
@Singleton
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final int MOST = 1_000;
    private static final int TRIES = 4;
    private static final int LONGER = 6;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Semaphore places = new Semaphore(MOST);
    private final Duration pause;
    private final ScheduledThreadPoolExecutor worker;

    /** @param pause before the second try; six times as long before each further one */
    Outgoing(@Property(name = "salas.mail-pause", defaultValue = "10s") Duration pause) {
        this.pause = pause;
        // idle most of the time: a thread of its own only while there is something to send
        this.worker = new ScheduledThreadPoolExecutor(
                1, Thread.ofVirtual().name("salas-mail").factory());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @param attempt says why it failed, or nothing */
    boolean add(Supplier<Optional<MailFailure>> attempt) {
        if (!places.tryAcquire()) {
            LOG.warn("A mail was not sent: {} wait already", MOST);
            return false;
        }
        schedule(attempt, 1, Duration.ZERO);
        return true;
    }

    private void schedule(Supplier<Optional<MailFailure>> attempt, int number, Duration wait) {
        var unused = worker.schedule(() -> run(attempt, number, wait), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(Supplier<Optional<MailFailure>> attempt, int number, Duration waited) {
        MailFailure failure = failure(attempt);
        if (failure != null && failure.mayPass() && number < TRIES && !worker.isShutdown()) {
            schedule(attempt, number + 1, number == 1 ? pause : waited.multipliedBy(LONGER));
            return;
        }
        places.release();
        if (failure != null) {
            LOG.warn("A mail could not be sent, tries: {}. {}", number, failure.words());
        }
    }

    private static @org.jspecify.annotations.Nullable MailFailure failure(Supplier<Optional<MailFailure>> attempt) {
        try {
            return attempt.get().orElse(null);
        } catch (RuntimeException unforeseen) {
            LOG.error("A mail could not be composed: {}", unforeseen.getClass().getName());
            return MailFailure.OTHER;
        }
    }

    /** How many wait. */
    int waiting() {
        return MOST - places.availablePermits();
    }

    /** What is under way may end; what waits for another try is given up. */
    @PreDestroy
    void close() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            worker.shutdownNow();
        }
    }
}
