package chat.salas.message;

import static chat.salas.message.Talk.status;
import static chat.salas.message.Talk.to;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.MessageEvent.Posted;
import chat.salas.message.Messages.Delivery;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.Rooms;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JoinTest {
    private final Talk talk = Talk.open();
    private final Bus bus = talk.bean(Bus.class);

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    /** Collects, and notices when two deliveries come at the same time. */
    private static final class Client implements Consumer<Delivery> {
        final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
        final List<Long> seqs = new CopyOnWriteArrayList<>();
        final AtomicBoolean overlapped = new AtomicBoolean();
        private final AtomicInteger inside = new AtomicInteger();
        private final Consumer<Delivery> before;

        Client() {
            this(_ -> {});
        }

        Client(Consumer<Delivery> before) {
            this.before = before;
        }

        @Override
        public void accept(Delivery delivery) {
            if (inside.incrementAndGet() != 1) {
                overlapped.set(true);
            }
            before.accept(delivery);
            deliveries.add(delivery);
            switch (delivery) {
                case Delivery.Missed missed -> missed.messages().forEach(m -> seqs.add(m.seq()));
                case Delivery.Live live -> live.events().forEach(this::live);
                case Delivery.Joined _, Delivery.Ended _ -> {}
            }
            inside.decrementAndGet();
        }

        private void live(Object event) {
            if (event instanceof Posted posted) {
                seqs.add(posted.message().seq());
            }
        }

        Delivery.Joined joined() {
            return (Delivery.Joined) deliveries.getFirst();
        }

        @Nullable
        Problem end() {
            return deliveries.getLast() instanceof Delivery.Ended ended ? ended.why() : null;
        }
    }

    @Test
    void aJoinWithoutAfterHearsWhatIsNewFromThenOn() throws Exception {
        talk.say(talk.ana, "old");
        Client client = new Client();
        join(talk.rui, null, client);
        talk.say(talk.ana, "new");
        until(() -> client.seqs.size() == 1);
        assertThat(client.joined()).isEqualTo(new Delivery.Joined(talk.roomId, talk.room, 1, 2));
        assertThat(client.seqs).containsExactly(2L);
    }

    @Test
    void aJoinWithAfterGetsWhatItMissedInPagesAndThenWhatIsNew() throws Exception {
        fill(450);
        Client client = new Client();
        join(talk.rui, 40L, client);
        until(() -> client.seqs.size() == 410);
        talk.say(talk.ana, "new");
        until(() -> client.seqs.size() == 411);
        assertThat(client.seqs).isEqualTo(to(41, 451));
        assertThat(client.deliveries.stream().filter(Delivery.Missed.class::isInstance))
                .hasSize(3);
    }

    @Test
    void anAfterBeyondTheLastNumberIsCutToIt() throws Exception {
        talk.say(talk.ana, "old");
        Client client = new Client();
        join(talk.rui, 1_000L, client);
        talk.say(talk.ana, "new");
        until(() -> client.seqs.size() == 1);
        assertThat(client.seqs).containsExactly(2L);
        assertThat(status(() -> join(talk.rui, -1L, client))).isEqualTo(400);
    }

    @Test
    void joinersInAStormGetEverythingOnceAndInOrder() throws Exception {
        fill(300);
        int posters = 6;
        int each = 300;
        CountDownLatch posting = new CountDownLatch(posters);
        for (int p = 0; p < posters; p++) {
            Thread.startVirtualThread(() -> {
                for (int n = 0; n < each; n++) {
                    Message message = talk.say(talk.ana, "storm");
                    if (n % 10 == 0) {
                        talk.messages().react(talk.rui, talk.room, message.seq(), "⛈️", true);
                    }
                }
                posting.countDown();
            });
        }
        Random random = new Random(7);
        List<Client> clients = new ArrayList<>();
        List<Long> afters = new ArrayList<>();
        while (posting.getCount() > 0 && clients.size() < 300) {
            Client client = new Client();
            long last = talk.number("SELECT last_seq FROM room WHERE id = ?", talk.roomId);
            Long after = random.nextInt(4) == 0 ? null : random.nextLong(last + 1);
            join(talk.rui, after, client);
            afters.add(after == null ? client.joined().lastSeq() : after);
            clients.add(client);
            Thread.sleep(random.nextInt(8));
        }
        assertThat(posting.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(clients).hasSizeGreaterThan(20);
        long last = 300 + posters * each;
        for (int i = 0; i < clients.size(); i++) {
            Client client = clients.get(i);
            List<Long> missed = to(afters.get(i) + 1, last); // nothing for who came after the last message
            until(() -> client.seqs.size() >= missed.size());
            assertThat(client.seqs).isEqualTo(missed);
            assertThat(client.overlapped).isFalse();
        }
    }

    @Test
    void aSlowReaderForgetsWhatItCanReadAgainAndStillMissesNothing() throws Exception {
        fill(250);
        CountDownLatch reading = new CountDownLatch(1);
        Client client = new Client(delivery -> {
            if (delivery instanceof Delivery.Missed) {
                awaited(reading);
            }
        });
        join(talk.rui, 0L, client);
        fill(2_500);
        reading.countDown();
        until(() -> client.seqs.size() == 2_750);
        fill(10);
        until(() -> client.seqs.size() == 2_760);
        assertThat(client.seqs).isEqualTo(to(1, 2_760));
    }

    @Test
    void tooMuchElseWhileCatchingUpEndsTheStream() throws Exception {
        fill(10);
        CountDownLatch reading = new CountDownLatch(1);
        Client client = new Client(delivery -> {
            if (delivery instanceof Delivery.Missed) {
                awaited(reading);
            }
        });
        int topics = bus.topics();
        join(talk.rui, 0L, client);
        for (int i = 0; i < 5_000; i++) {
            bus.publish(new TypingStarted(talk.roomId, i, "somebody"));
        }
        reading.countDown();
        until(() -> client.end() != null);
        assertThat(client.end()).isInstanceOf(Problem.Unavailable.class);
        assertThat(bus.topics()).isEqualTo(topics);
    }

    @Test
    void aMemberWhoIsGoneHearsThatAndNothingMore() throws Exception {
        Client client = new Client();
        join(talk.rui, null, client);
        talk.say(talk.ana, "for both");
        until(() -> client.seqs.size() == 1);
        talk.leave(talk.rui);
        until(() -> client.end() != null);
        talk.say(talk.ana, "among us");
        assertThat(client.end()).isInstanceOf(Problem.Forbidden.class);
        assertThat(client.deliveries.get(2))
                .isEqualTo(new Delivery.Live(List.of(new MemberLeft(talk.roomId, talk.rui.id(), false, false))));
        assertThat(client.deliveries).hasSize(4);
        assertThat(status(() -> join(talk.rui, null, client))).isEqualTo(403);
    }

    @Test
    void aMemberWhoGoesWhileCatchingUpGetsNoFurtherPage() throws Exception {
        fill(450);
        CountDownLatch reading = new CountDownLatch(1);
        Client client = new Client(delivery -> {
            if (delivery instanceof Delivery.Missed) {
                awaited(reading);
            }
        });
        join(talk.rui, 0L, client);
        talk.leave(talk.rui);
        reading.countDown();
        until(() -> client.end() != null);
        assertThat(client.end()).isInstanceOf(Problem.Forbidden.class);
        assertThat(client.seqs).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void aJoinDuringWhichTooMuchIsSaidToBeKeptHearsWhatComesThen() throws Exception {
        fill(1_001);
        List<Posted> rush = talk.messages().history(talk.rui, talk.room, null, null, 200).messages().stream()
                .flatMap(message -> IntStream.range(0, 6).mapToObj(_ -> new Posted(message)))
                .toList();
        Rooms rooms = talk.bean(Rooms.class);
        Client client = new Client();
        LiveStream stream = new LiveStream(
                rooms.asMember(talk.rui, talk.room), talk.bean(History.class), new Told(), client, new ReentrantLock());
        stream.closing(bus.onRoom(talk.roomId, stream::hear));
        stream.hear(rush);
        stream.start(rooms.find(talk.rui, talk.room), null, () -> rooms.asMember(talk.rui, talk.room));
        talk.say(talk.ana, "new");
        until(() -> !client.seqs.isEmpty());
        assertThat(client.seqs).containsExactly(1_002L);
        stream.close();
    }

    @Test
    void longMessagesThatWereMissedComeInShorterPages() throws Exception {
        String text = "海".repeat(8_000);
        for (int i = 0; i < 40; i++) {
            talk.say(talk.ana, text);
        }
        List<Integer> pages = new CopyOnWriteArrayList<>();
        Client client = new Client(delivery -> {
            if (delivery instanceof Delivery.Missed missed) {
                pages.add(missed.messages().size());
            }
        });
        join(talk.rui, 0L, client);
        until(() -> client.seqs.size() == 40);
        assertThat(client.seqs).isEqualTo(to(1, 40));
        assertThat(pages).allSatisfy(page -> assertThat(page).isBetween(1, 6));
    }

    @Test
    void streamsThatShareALockAreCaughtUpWithOneAfterTheOther() throws Exception {
        fill(10);
        ReentrantLock reading = new ReentrantLock();
        CountDownLatch slow = new CountDownLatch(1);
        Client first = new Client(delivery -> {
            if (delivery instanceof Delivery.Missed) {
                awaited(slow);
            }
        });
        Client second = new Client();
        talk.messages().join(talk.rui, talk.room, 0L, first, reading);
        until(reading::isLocked);
        talk.messages().join(talk.rui, talk.room, 0L, second, reading);
        Thread.sleep(100);
        assertThat(second.seqs).isEmpty();
        slow.countDown();
        until(() -> second.seqs.size() == 10);
        assertThat(first.seqs).isEqualTo(to(1, 10));
    }

    @Test
    void aClosedStreamIsToldNothingAndLeavesNothing() throws Exception {
        int topics = bus.topics();
        Client client = new Client();
        Bus.Subscription stream = join(talk.rui, null, client);
        assertThat(bus.topics()).isEqualTo(topics + 1);
        stream.close();
        stream.close();
        talk.say(talk.ana, "unheard");
        assertThat(client.deliveries).hasSize(1);
        assertThat(bus.topics()).isEqualTo(topics);
    }

    @Test
    void aListenerThatThrowsHarmsNobody() throws Exception {
        fill(5);
        Client good = new Client();
        join(talk.ana, null, good);
        join(talk.rui, 0L, new Client(delivery -> {
            if (delivery instanceof Delivery.Missed) {
                throw new IllegalStateException("on purpose");
            }
        }));
        join(talk.rui, null, new Client(delivery -> {
            if (delivery instanceof Delivery.Live) {
                throw new IllegalStateException("on purpose");
            }
        }));
        talk.say(talk.ana, "hi");
        talk.say(talk.ana, "there");
        until(() -> good.seqs.size() == 2);
        assertThat(good.seqs).containsExactly(6L, 7L);
    }

    private Bus.Subscription join(Actor actor, @Nullable Long after, Client client) {
        return talk.messages().join(actor, talk.room, after, client);
    }

    private void fill(int count) {
        var answers = IntStream.range(0, count)
                .mapToObj(i -> talk.messages().post(talk.ana, talk.room, new Draft(null, "n" + i, null)))
                .toList();
        answers.forEach(Answers::await);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
