package chat.salas.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BusTest {
    private final Bus bus = new Bus();

    record Said(long roomId, int publisher, int number) implements RoomEvent {}

    record Happened(long accountId) implements AccountEvent {}

    @Test
    void listenersOfARoomHearOnlyThatRoom() {
        List<RoomEvent> heard = new ArrayList<>();
        bus.onRoom(1, heard::addAll);
        bus.publish(new Said(1, 0, 1));
        bus.publish(new Said(2, 0, 2));
        assertThat(heard).containsExactly(new Said(1, 0, 1));
    }

    @Test
    void aClosedSubscriptionHearsNothingAndLeavesNothingBehind() {
        List<RoomEvent> heard = new ArrayList<>();
        List<Bus.Subscription> open = new ArrayList<>();
        IntStream.range(0, 100_000).forEach(room -> open.add(bus.onRoom(room, heard::addAll)));
        assertThat(bus.topics()).isEqualTo(100_000);
        open.forEach(Bus.Subscription::close);
        open.forEach(Bus.Subscription::close);
        bus.publish(new Said(1, 0, 1));
        assertThat(heard).isEmpty();
        assertThat(bus.topics()).isZero();
    }

    @Test
    void everyListenerOfACrowdedRoomHearsEverything() {
        AtomicInteger heard = new AtomicInteger();
        List<Bus.Subscription> open = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            open.add(bus.onRoom(7, events -> heard.addAndGet(events.size())));
        }
        bus.publish(List.of(new Said(7, 0, 1), new Said(7, 0, 2)));
        assertThat(heard).hasValue(20_000);
        open.forEach(Bus.Subscription::close);
        assertThat(bus.topics()).isZero();
    }

    @Test
    void aThrowingListenerIsDroppedAndHarmsNobody() {
        AtomicInteger calls = new AtomicInteger();
        List<RoomEvent> heard = new ArrayList<>();
        bus.onRoom(1, _ -> {
            calls.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        Bus.Subscription other = bus.onRoom(1, heard::addAll);
        bus.publish(new Said(1, 0, 1));
        bus.publish(new Said(1, 0, 2));
        assertThat(calls).hasValue(1);
        assertThat(heard).hasSize(2);
        other.close();
        assertThat(bus.topics()).isZero();
    }

    @Test
    void everyPublishersOrderIsKeptAndAllListenersSeeOneOrder() throws Exception {
        List<Said> first = new ArrayList<>();
        List<Said> second = new ArrayList<>();
        bus.onRoom(1, collect(first));
        bus.onRoom(1, collect(second));
        int publishers = 8;
        int each = 5_000;
        concurrently(publishers, p -> IntStream.range(0, each).forEach(n -> bus.publish(new Said(1, p, n))));
        assertThat(first).hasSize(publishers * each).isEqualTo(second);
        for (int p = 0; p < publishers; p++) {
            int publisher = p;
            assertThat(first.stream().filter(s -> s.publisher == publisher).map(Said::number))
                    .isEqualTo(IntStream.range(0, each).boxed().toList());
        }
    }

    @Test
    void whatAListenerPublishesComesAfterWhatItHeard() {
        List<Integer> heard = new ArrayList<>();
        bus.onRoom(1, events -> {
            if (number(events) == 1) {
                bus.publish(new Said(1, 0, 2));
            }
        });
        bus.onRoom(1, events -> heard.add(number(events)));
        bus.publish(new Said(1, 0, 1));
        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void comingAndGoingDuringAStormLosesNothingForThoseWhoStay() throws Exception {
        AtomicInteger stayed = new AtomicInteger();
        bus.onRoom(1, events -> stayed.addAndGet(events.size()));
        concurrently(4, p -> {
            for (int n = 0; n < 2_000; n++) {
                Bus.Subscription guest = bus.onRoom(p % 2 == 0 ? 1 : 2, _ -> {});
                bus.publish(new Said(1, p, n));
                guest.close();
            }
        });
        assertThat(stayed).hasValue(8_000);
        assertThat(bus.topics()).isEqualTo(1);
    }

    @Test
    void accountEventsReachTheAccountAndThoseWhoHearAll() {
        List<AccountEvent> own = new ArrayList<>();
        List<AccountEvent> all = new ArrayList<>();
        bus.onAccount(1, own::add);
        Bus.Subscription every = bus.onEveryAccount(all::add);
        bus.publish(new Happened(1));
        bus.publish(new Happened(2));
        every.close();
        bus.publish(new Happened(1));
        assertThat(own).containsExactly(new Happened(1), new Happened(1));
        assertThat(all).containsExactly(new Happened(1), new Happened(2));
    }

    private static Consumer<List<? extends RoomEvent>> collect(List<Said> into) {
        return events -> events.forEach(event -> into.add((Said) event));
    }

    private static int number(List<? extends RoomEvent> events) {
        return ((Said) events.getFirst()).number();
    }

    private interface Part {
        void run(int number);
    }

    private static void concurrently(int threads, Part part) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        part.run(i);
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (var one : parts) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
    }
}
