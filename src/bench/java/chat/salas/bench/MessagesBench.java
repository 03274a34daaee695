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
public final class MessagesBench implements Bench {
    private static final int SENDERS = 50;
    private static final String TEXT = "A message of about the usual length, as people write them in chats. ✓";

    private final Duration time;
    private final int history;

    @SuppressWarnings("NullAway.Init") // set by run
    private ApplicationContext context;

    @SuppressWarnings("NullAway.Init")
    private Messages messages;

    @SuppressWarnings("NullAway.Init")
    private Actor owner;

    MessagesBench(Duration time, int history) {
        this.time = time;
        this.history = history;
    }

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new MessagesBench(
                Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5),
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000));
    }

    @Override
    public String name() {
        return "services";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            context = ApplicationContext.run(Map.of("salas.data", folder.toString()));
            try (ApplicationContext open = context) {
                messages = open.getBean(Messages.class);
                owner = person("Owner");
                floor(sheet);
                for (Sheet each : List.of(new Sheet(), sheet)) {
                    senders(each, "each waits for its answer", 1, 0);
                    senders(each, "20 on the way each", 20, 0);
                    senders(each, "20 on the way each, 1,000 listeners", 20, 1_000);
                }
                pages(sheet);
            }
        });
    }

    /** What the disk gives: one small transaction after the other. */
    private void floor(Sheet sheet) throws Exception {
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
        sheet.add("single-row commits, one thread", commits / time.toSeconds(), "/s");
    }

    private void senders(Sheet sheet, String what, int window, int listeners) throws Exception {
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
        sheet.add("50 senders, " + what + ": messages", micros.size() / time.toSeconds(), "/s");
        sheet.add("50 senders, " + what, times(micros), null, null);
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

    private void pages(Sheet sheet) throws Exception {
        String room = room();
        Deque<CompletableFuture<Message>> onTheWay = new ArrayDeque<>();
        for (int i = 0; i < history; i++) {
            if (onTheWay.size() == 1_000) {
                onTheWay.removeFirst().join();
            }
            onTheWay.add(messages.post(owner, room, new Draft(null, TEXT, null)));
        }
        onTheWay.forEach(CompletableFuture::join);
        for (long seq = history - 49; seq <= history; seq += 5) {
            messages.react(owner, room, seq, "👍", true);
        }
        page(sheet, "newest 50 of the long room", room, Long.MAX_VALUE - 1);
        page(sheet, "50 in its middle", room, history / 2);
    }

    private void page(Sheet sheet, String what, String room, long before) throws Exception {
        Times.Call page = _ -> messages.history(owner, room, before, null, 50);
        new Times().of(3_000, page);
        sheet.add(what, new Times().of(3_000, page), null, null);
    }

    private static Times times(Iterable<Long> micros) {
        Times times = new Times();
        micros.forEach(each -> times.add(each / 1e3));
        return times;
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
}
