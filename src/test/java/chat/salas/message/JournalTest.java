package chat.salas.message;

import static chat.salas.message.Talk.status;
import static chat.salas.message.Talk.to;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.message.Bodies.Place;
import chat.salas.message.Message.Author;
import chat.salas.message.MessageEvent.Posted;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class JournalTest {
    private final Talk talk = Talk.open();
    private final Bus bus = talk.bean(Bus.class);
    private final AtomicReference<String> failing = new AtomicReference<>("");
    private final Herald herald = new Herald(bus, talk.bean(Indexer.class));
    private final Journal journal = new Journal(flaky(), herald);

    @AfterEach
    void close() throws Exception {
        journal.close();
        herald.close();
        talk.close();
    }

    @Test
    void manySendersGetOneGaplessOrderInEveryRoom() throws Exception {
        Map<String, List<Long>> heard = new ConcurrentHashMap<>();
        List<String> rooms = List.of(talk.room, talk.room("Two"), talk.room("Three"));
        for (String room : rooms) {
            List<Long> seqs = new CopyOnWriteArrayList<>();
            heard.put(room, seqs);
            long id = talk.number("SELECT id FROM room WHERE slug = ?", room);
            bus.onRoom(
                    id,
                    events ->
                            events.forEach(e -> seqs.add(((Posted) e).message().seq())));
        }
        List<Thread> senders = IntStream.range(0, 60)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    for (int n = 0; n < 50; n++) {
                        talk.messages().send(talk.ana, rooms.get(i % 3), new Draft(null, i + "/" + n, null));
                    }
                }))
                .toList();
        for (Thread sender : senders) {
            assertThat(sender.join(java.time.Duration.ofSeconds(60))).isTrue();
        }
        for (String room : rooms) {
            List<Long> seqs = heard.getOrDefault(room, List.of());
            for (int i = 0; seqs.size() < 1_000 && i < 500; i++) {
                Thread.sleep(10);
            }
            assertThat(seqs).isEqualTo(to(1, 1_000));
            assertThat(talk.number("SELECT last_seq FROM room WHERE slug = ?", room))
                    .isEqualTo(1_000);
        }
        assertThat(talk.number("SELECT COUNT(*) FROM message")).isEqualTo(3_000);
    }

    @Test
    void nobodyHearsOfAMessageBeforeItIsCommitted() throws Exception {
        List<Long> found = new CopyOnWriteArrayList<>();
        bus.onRoom(
                talk.roomId,
                events -> events.forEach(event -> found.add(talk.number(
                        "SELECT COUNT(*) FROM message WHERE room_id = ? AND seq = ?",
                        talk.roomId,
                        ((Posted) event).message().seq()))));
        List<Post> posts = submitted(300, talk.ana);
        for (Post post : posts) {
            answer(post);
        }
        journal.close();
        herald.close();
        assertThat(found).hasSize(300).containsOnly(1L);
    }

    @Test
    void whoIsNoMemberAtTheCommitHasSaidNothingAndHarmsNobody() throws Exception {
        Actor eve = talk.person("Eve");
        Gate gate = gate();
        Post before = submit(post(talk.ana, "before"));
        Post hers = submit(post(eve, "let me in"));
        Post after = submit(post(talk.rui, "after"));
        gate.open.countDown();
        assertThat(answer(before).seq()).isEqualTo(1);
        assertThat(status(() -> Answers.await(hers.done()))).isEqualTo(403);
        assertThat(answer(after).seq()).isEqualTo(2);
    }

    @Test
    void anEntryThatTheDatabaseRefusesFailsAloneAndLeavesNothing() throws Exception {
        Gate gate = gate();
        Post before = submit(post(talk.ana, "before"));
        Post inner = post(talk.ana, "half written");
        Odd odd = submit(new Odd(talk.roomId, talk.ana.id(), new CompletableFuture<>(), ledger -> {
            inner.write(ledger);
            throw new SQLException("on purpose");
        }));
        Post after = submit(post(talk.rui, "after"));
        gate.open.countDown();
        assertThat(answer(before).seq()).isEqualTo(1);
        assertThat(answer(after).seq()).isEqualTo(2);
        assertThat(status(() -> Answers.await(odd.done()))).isEqualTo(503);
        assertThat(inner.done()).isNotDone();
        assertThat(talk.number("SELECT COUNT(*) FROM message")).isEqualTo(2);
    }

    @Test
    void aFailingCommitFailsItsCallersAndSkipsNoNumber() throws Exception {
        List<Object> heard = new CopyOnWriteArrayList<>();
        bus.onRoom(talk.roomId, heard::addAll);
        answer(submit(post(talk.ana, "one")));
        failing.set("commit");
        Post lost = submit(post(talk.ana, "lost"));
        assertThat(status(() -> Answers.await(lost.done()))).isEqualTo(503);
        failing.set("");
        assertThat(answer(submit(post(talk.ana, "two"))).seq()).isEqualTo(2);
        journal.close();
        herald.close();
        assertThat(heard).hasSize(2);
        assertThat(talk.number("SELECT COUNT(*) FROM message")).isEqualTo(2);
    }

    @Test
    void theJournalSurvivesWhateverHappens() throws Exception {
        failing.set("getConnection");
        assertThat(status(() -> Answers.await(submit(post(talk.ana, "lost")).done())))
                .isEqualTo(503);
        failing.set("");
        for (Throwable thrown : throwables()) {
            Odd odd = submit(new Odd(talk.roomId, talk.ana.id(), new CompletableFuture<>(), _ -> sneak(thrown)));
            assertThat(status(() -> Answers.await(odd.done()))).isEqualTo(503);
        }
        assertThat(answer(submit(post(talk.ana, "still here"))).seq()).isEqualTo(1);
    }

    @Test
    void closingWritesWhatWaitsAndRefusesWhatComes() throws Exception {
        Gate gate = gate();
        List<Post> waiting = submitted(1_000, talk.ana);
        Thread closing = Thread.startVirtualThread(() -> {
            try {
                journal.close();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        for (int i = 0; i < 500 && status(() -> journal.submit(post(talk.ana, "late"))) == 200; i++) {
            Thread.sleep(10);
        }
        assertThat(status(() -> journal.submit(post(talk.ana, "late")))).isEqualTo(503);
        gate.open.countDown();
        assertThat(closing.join(java.time.Duration.ofSeconds(20))).isTrue();
        for (Post post : waiting) {
            assertThat(answer(post).seq()).isPositive();
        }
    }

    @Test
    void aFullQueueHoldsSendersBackAndRefusesThemAfterAWhile() throws Exception {
        Gate gate = gate();
        Post one = post(talk.ana, "again");
        int fitted = 0;
        long start = System.nanoTime();
        while (status(() -> journal.submit(one)) == 200) {
            fitted++;
        }
        assertThat(fitted).isEqualTo(4_096);
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.SECONDS.toNanos(4));
        gate.open.countDown();
        assertThat(answer(one).seq()).isEqualTo(1);
    }

    /** Holds the journal up, so that what is submitted meanwhile is one batch. */
    private Gate gate() throws InterruptedException {
        Gate gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
        submit(new Odd(talk.roomId, talk.ana.id(), new CompletableFuture<>(), _ -> {
            gate.reached.countDown();
            assertThat(awaited(gate.open)).isTrue();
            return new Written(() -> {}, null);
        }));
        assertThat(gate.reached.await(10, TimeUnit.SECONDS)).isTrue();
        return gate;
    }

    private record Gate(CountDownLatch reached, CountDownLatch open) {}

    private interface Work {
        Written write(Ledger ledger) throws SQLException;
    }

    private record Odd(long roomId, long accountId, CompletableFuture<String> done, Work work)
            implements Entry<String> {
        @Override
        public Written write(Ledger ledger) throws SQLException {
            return work.write(ledger);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Throwable> throwables() {
        return List.of(new IllegalStateException("on purpose"), new StackOverflowError(), new AssertionError("too"));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Written sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private List<Post> submitted(int count, Actor author) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            posts.add(submit(post(author, "n" + i)));
        }
        return posts;
    }

    private <E extends Entry<?>> E submit(E entry) {
        journal.submit(entry);
        return entry;
    }

    private static Message answer(Post post) throws Exception {
        return post.done().get(20, TimeUnit.SECONDS);
    }

    private Post post(Actor author, String text) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.ofEpochMilli(1_000);
        Message message = new Message(
                talk.roomId,
                talk.room,
                0,
                id,
                new Author(author.id(), author.displayName()),
                now,
                text,
                null,
                null,
                null,
                List.of());
        CompletableFuture<Message> done = new CompletableFuture<>();
        Place place = new Place(talk.roomId, id, author.id(), now.toEpochMilli());
        return new Post(message, talk.bean(Bodies.class).seal(place, 0, text), done, _ -> {});
    }

    /** The real database, but for the method that is named in {@link #failing}. */
    private DataSource flaky() {
        return wrap(DataSource.class, talk.database());
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().equals(failing.get())) {
                        throw new SQLException("on purpose");
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof Connection connection ? wrap(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
