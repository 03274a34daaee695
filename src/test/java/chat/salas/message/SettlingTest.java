package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Problem.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SettlingTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void itRunsOnceAfterTheStartAndThenOnlyWhenSomethingWasErased() {
        Settling settling = new Settling(runs::incrementAndGet);
        settling.settle();
        settling.settle();
        assertThat(runs).hasValue(1);
        settling.erased();
        settling.settle();
        settling.settle();
        assertThat(runs).hasValue(2);
    }

    @Test
    void whatFailedIsDoneByTheNextWhoAsksAlthoughNothingWasErasedSince() {
        AtomicBoolean held = new AtomicBoolean(true);
        Settling settling = new Settling(() -> {
            if (held.get()) {
                throw new Unavailable("Somebody reads.");
            }
            runs.incrementAndGet();
        });
        assertThat(Talk.status(settling::settle)).isEqualTo(503);
        held.set(false);
        settling.settle();
        assertThat(runs).hasValue(1);
    }

    @Test
    void oneRunServesAllWhoErasedBeforeItBegan() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Settling settling = new Settling(() -> {
            runs.incrementAndGet();
            begun.countDown();
            awaited(go);
        });
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

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
