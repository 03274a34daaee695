package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Problem.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SettlingTest {
    private static final Duration NO_REST = Duration.ZERO;
    private static final Duration LONG_REST = Duration.ofSeconds(10);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void itRunsOnlyWhenSomethingWasErased() {
        Settling settling = new Settling(runs::incrementAndGet, NO_REST);
        settling.settle();
        assertThat(runs).hasValue(0);
        settling.erased();
        settling.settle();
        settling.settle();
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatFailedIsDoneByTheNextWhoAsksAlthoughNothingWasErasedSince() {
        AtomicBoolean held = new AtomicBoolean(true);
        Settling settling = owing(
                () -> {
                    if (held.get()) {
                        throw new Unavailable("Somebody reads.");
                    }
                    runs.incrementAndGet();
                },
                NO_REST);
        assertThat(Talk.status(settling::settle)).isEqualTo(503);
        held.set(false);
        settling.settle();
        assertThat(runs).hasValue(1);
    }

    @Test
    void oneRunServesAllWhoErasedBeforeItBegan() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Settling settling = owing(
                () -> {
                    runs.incrementAndGet();
                    begun.countDown();
                    awaited(go);
                },
                NO_REST);
        List<Thread> all = new ArrayList<>();
        all.add(Thread.startVirtualThread(settling::settle));
        begun.await();
        for (int i = 0; i < 5; i++) {
            settling.erased();
            all.add(Thread.startVirtualThread(settling::settle));
        }
        for (Thread late : all.subList(1, 6)) {
            Talk.until(() -> late.getState() == Thread.State.TIMED_WAITING);
        }
        go.countDown();
        for (Thread one : all) {
            one.join();
        }
        assertThat(runs).hasValue(2);
    }

    /** Something was erased and is in the files still. */
    private static Settling owing(Runnable run, Duration longestRest) {
        Settling settling = new Settling(run, longestRest);
        settling.erased();
        return settling;
    }

    /** As long as a run takes here. */
    private void work() {
        runs.incrementAndGet();
        work(50);
    }

    private static void work(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private static Duration lasts(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void eraseAgainAndAgain(Settling settling) {
        for (int i = 0; i < 3; i++) {
            settling.erased();
            settling.settle();
        }
    }

    @Test
    void whoeverErasesAgainAndAgainHoldsUpOthersForATwentiethOfTheTimeAtMost() {
        Settling settling = owing(this::work, LONG_REST);
        assertThat(lasts(settling::settle)).as("the first at once").isLessThan(Duration.ofSeconds(1));
        assertThat(lasts(() -> eraseAgainAndAgain(settling))).isGreaterThan(Duration.ofMillis(3 * 20 * 50));
        assertThat(runs).hasValue(4);
    }

    @Test
    void noRestIsLongerThanTheLongest() {
        Settling settling = owing(() -> work(1_000), Duration.ofMillis(10));
        settling.settle();
        settling.erased();
        assertThat(lasts(settling::settle)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatIsErasedDuringTheRestGoesWithOneRun() throws InterruptedException {
        Settling settling = owing(this::work, LONG_REST);
        settling.settle();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            settling.erased();
        }
        for (int i = 0; i < 5; i++) {
            all.add(Thread.startVirtualThread(settling::settle));
        }
        for (Thread one : all) {
            one.join();
        }
        assertThat(runs).hasValue(2);
    }

    @Test
    void whatFailsRestsToo() {
        Settling settling = owing(
                () -> {
                    work();
                    throw new Unavailable("Somebody reads.");
                },
                LONG_REST);
        assertThat(Talk.status(settling::settle)).isEqualTo(503);
        assertThat(lasts(() -> assertThat(Talk.status(settling::settle)).isEqualTo(503)))
                .isGreaterThan(Duration.ofMillis(20 * 50));
    }

    @Test
    void aServerThatStopsDoesNotWaitForTheRest() throws InterruptedException {
        Settling settling = owing(this::work, LONG_REST);
        settling.settle();
        settling.erased();
        AtomicInteger status = new AtomicInteger();
        Thread late = Thread.startVirtualThread(() -> status.set(Talk.status(settling::settle)));
        Talk.until(() -> late.getState() == Thread.State.TIMED_WAITING);
        late.interrupt();
        late.join();
        assertThat(status).hasValue(503);
        settling.settle();
        assertThat(runs).as("the next who asks").hasValue(2);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
