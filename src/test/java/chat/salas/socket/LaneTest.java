package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final ArrayDeque<Runnable> threads = new ArrayDeque<>();
    private final List<Boolean> gate = new ArrayList<>();
    private final Lane lane = new Lane(threads::add, gate::add);
    private final List<Integer> done = new ArrayList<>();

    @Test
    void runsOneAfterTheOtherInOrder() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<Integer> order = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(1_000);
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            Lane real = new Lane(virtual, open -> {});
            IntStream.range(0, 1_000)
                    .forEach(i -> real.add(() -> {
                        assertThat(inside.incrementAndGet()).isEqualTo(1);
                        order.add(i);
                        inside.decrementAndGet();
                        all.countDown();
                    }));
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(order).isSorted().hasSize(1_000);
    }

    @Test
    void usesOneThreadHoweverMuchWaits() {
        add(10);
        assertThat(threads).hasSize(1);
        runThreads();
        assertThat(done).hasSize(10);
        add(1);
        assertThat(threads).hasSize(1);
    }

    @Test
    void stopsReadingWhenTooManyWaitAndGoesOnWhenFewAreLeft() {
        add(Lane.PAUSE_AT - 1);
        assertThat(gate).isEmpty();
        add(5);
        assertThat(gate).containsExactly(false);
        runThreads();
        assertThat(gate).containsExactly(false, true);
        assertThat(done).hasSize(Lane.PAUSE_AT + 4);
    }

    @Test
    void forgetsWhatWaitsWhenItIsStopped() {
        add(3);
        lane.stop();
        add(1);
        runThreads();
        assertThat(done).isEmpty();
    }

    @Test
    void saysThatItDoesNothingMoreOnceItIsStopped() {
        assertThat(lane.add(() -> {})).isTrue();
        lane.stop();
        assertThat(lane.add(() -> {})).isFalse();
    }

    @Test
    void goesOnAfterATaskThatFails() {
        lane.add(() -> {
            throw new AssertionError("on purpose");
        });
        add(1);
        runThreads();
        assertThat(done).hasSize(1);
    }

    private void add(int count) {
        IntStream.range(0, count).forEach(i -> lane.add(() -> done.add(i)));
    }

    private void runThreads() {
        while (!threads.isEmpty()) {
            threads.poll().run();
        }
    }
}
