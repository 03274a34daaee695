package chat.salas.bench;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Ids;
import chat.salas.live.Bus;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.room.Invites;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Durable messages a second through {@link Messages#post} and how long a page of history takes, on the services alone: no
 * network, no page. Arguments: seconds of each measurement (5), messages of the long room (100,000).
 */
public final class MessagesBench implements AutoCloseable {
    private static final int SENDERS = 50;
    private static final String TEXT = "A message of about the usual length, as people write them in chats. ✓";

    private final ApplicationContext context;
    private final Messages messages;
    private final Actor owner;

    private MessagesBench(Path data) throws Exception {
        context = ApplicationContext.run(Map.of("salas.data", data.toString()));
        messages = context.getBean(Messages.class);
        owner = person("Owner");
    }

    /** Runs all of it. */
    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5);
        int history = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        Path data = Files.createTempDirectory(Path.of("target"), "bench");
        try (MessagesBench bench = new MessagesBench(data)) {
            System.out.printf(
                    "%d cores, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
            bench.floor(time);
            for (int round = 0; round < 2; round++) {
                bench.senders("each waits for its answer", 1, 0, time);
                bench.senders("20 on the way each", 20, 0, time);
                bench.senders("20 on the way each, 1,000 listeners", 20, 1_000, time);
            }
            bench.pages(history);
        }
    }

    /** What the disk gives: one small transaction after the other. */
    private void floor(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        int commits = 0;
        try (Connection connection = database().getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE account SET created_at = created_at + 1 WHERE id = ?")) {
            while (System.nanoTime() < end) {
                update.setLong(1, owner.id());
                update.executeUpdate();
                commits++;
            }
        }
        System.out.printf("single-row commits, one thread: %,d/s%n", commits / time.toSeconds());
    }

    private void senders(String what, int window, int listeners, Duration time) throws Exception {
        String room = room();
        List<Actor> people = people(room);
        LongAdder heard = new LongAdder();
        List<Bus.Subscription> open = new ArrayList<>();
        for (int i = 0; i < listeners; i++) {
            open.add(messages.join(owner, room, null, _ -> heard.increment()));
        }
        ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> senders = people.stream()
                .map(person -> Thread.startVirtualThread(() -> send(person, room, window, stop, micros)))
                .toList();
        Thread.sleep(time);
        stop.set(true);
        for (Thread sender : senders) {
            sender.join();
        }
        open.forEach(Bus.Subscription::close);
        System.out.printf(
                "%d senders, %s: %,d messages/s, %s%n",
                SENDERS, what, micros.size() / time.toSeconds(), percentiles(micros));
    }

    private void send(
            Actor person, String room, int window, AtomicBoolean stop, ConcurrentLinkedQueue<Long> micros) {
        Deque<CompletableFuture<Message>> onTheWay = new ArrayDeque<>();
        while (!stop.get()) {
            if (onTheWay.size() == window) {
                onTheWay.removeFirst().join();
            }
            long start = System.nanoTime();
            CompletableFuture<Message> answer = messages.post(person, room, new Draft(null, TEXT, null));
            onTheWay.add(answer.whenComplete((_, _) -> micros.add((System.nanoTime() - start) / 1_000)));
        }
        onTheWay.forEach(CompletableFuture::join);
    }

    private void pages(int history) throws Exception {
        String room = room();
        Deque<CompletableFuture<Message>> onTheWay = new ArrayDeque<>();
        long start = System.nanoTime();
        for (int i = 0; i < history; i++) {
            if (onTheWay.size() == 1_000) {
                onTheWay.removeFirst().join();
            }
            onTheWay.add(messages.post(owner, room, new Draft(null, TEXT, null)));
        }
        onTheWay.forEach(CompletableFuture::join);
        System.out.printf("one sender, 1,000 on the way: %,d messages in %d ms%n", history, millisSince(start));
        for (long seq = history - 49; seq <= history; seq += 5) {
            messages.react(owner, room, seq, "👍", true);
        }
        for (int round = 0; round < 2; round++) {
            page("newest 50 of " + history, room, Long.MAX_VALUE - 1);
            page("50 in the middle of " + history, room, history / 2);
        }
    }

    private void page(String what, String room, long before) {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            long start = System.nanoTime();
            int found = messages.history(owner, room, before, null, 50).messages().size();
            micros.add((System.nanoTime() - start) / 1_000);
            if (found != 50) {
                throw new IllegalStateException("found: " + found + " (expected: 50)");
            }
        }
        System.out.printf("%s: %s%n", what, percentiles(micros));
    }

    private static String percentiles(Iterable<Long> micros) {
        List<Long> all = new ArrayList<>();
        micros.forEach(all::add);
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        return "p50 %,d µs, p95 %,d µs, p99 %,d µs"
                .formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static long at(long[] sorted, double part) {
        return sorted[(int) (part * (sorted.length - 1))];
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private String room() {
        return context.getBean(Rooms.class)
                .create(owner, NewRoom.named("Bench"))
                .room()
                .slug();
    }

    private List<Actor> people(String room) throws Exception {
        Invites invites = context.getBean(Invites.class);
        String invite = invites.create(
                        context.getBean(Rooms.class).asAdmin(owner, room), null, Duration.ofHours(1), SENDERS)
                .token();
        Actor[] people = new Actor[SENDERS];
        for (int i = 0; i < SENDERS; i++) {
            people[i] = person("Person " + i);
            invites.accept(people[i], invite);
        }
        return Arrays.asList(people);
    }

    private Actor person(String name) throws Exception {
        long id = context.getBean(Ids.class).next();
        try (Connection connection = database().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO account (id, email, display_name, created_at) VALUES (?, ?, ?, 0)")) {
            insert.setLong(1, id);
            insert.setString(2, id + "@example.org");
            insert.setString(3, name);
            insert.executeUpdate();
        }
        return new Actor(id, name, false, new Actor.Credential.Operator());
    }

    private DataSource database() {
        return DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
