package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.socket.Folk.Person;
import chat.salas.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class StormIT {
    private static final int SENDERS = 4;
    private static final int EACH = 500;
    private static final TestServer server = TestServer.start();
    private static final Folk folk = new Folk(server);
    private static final Person ana = folk.person("Ana");

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void clientsThatComeAndGoInAStormMissNothingAndSeeNothingTwice() throws Exception {
        String room = folk.room(ana, "Storm");
        List<Person> readers = people(room, 6);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> read = new ArrayList<>();
            for (Person reader : readers) {
                read.add(threads.submit(comingAndGoing(reader, room)));
            }
            storm(room, threads);
            List<Long> all = LongStream.rangeClosed(1, SENDERS * EACH).boxed().toList();
            for (Future<List<Long>> one : read) {
                assertThat(one.get()).isEqualTo(all);
            }
        }
    }

    @Test
    void everybodySeesOneOrderAndEachSendersInItsOwn() throws Exception {
        String room = folk.room(ana, "Order");
        List<Talker> readers = people(room, 3).stream().map(folk::connect).toList();
        readers.forEach(reader -> reader.join(room));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            storm(room, threads);
        }
        List<String> first = texts(readers.getFirst());
        for (Talker other : readers.subList(1, readers.size())) {
            assertThat(texts(other)).isEqualTo(first);
        }
        for (int sender = 0; sender < SENDERS; sender++) {
            String prefix = sender + "/";
            assertThat(first.stream().filter(text -> text.startsWith(prefix)))
                    .isEqualTo(
                            IntStream.range(0, EACH).mapToObj(i -> prefix + i).toList());
        }
        readers.forEach(Talker::close);
    }

    private static List<Person> people(String room, int count) {
        List<Person> people =
                IntStream.range(0, count).mapToObj(i -> folk.person("R" + i)).toList();
        folk.admit(ana, room, people.toArray(Person[]::new));
        return people;
    }

    private static void storm(String room, ExecutorService threads) throws Exception {
        List<Future<?>> sending = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            int sender = i;
            sending.add(threads.submit(() -> send(room, sender)));
        }
        for (Future<?> one : sending) {
            one.get();
        }
    }

    private static void send(String room, int sender) {
        try (Talker talker = folk.connect(ana)) {
            for (int i = 0; i < EACH; i++) {
                talker.send(room, sender + "/" + i);
            }
            for (int i = 0; i < EACH; i++) {
                assertThat(talker.expect("ack")).containsEntry("ref", sender + "/" + i);
            }
        }
    }

    private static List<String> texts(Talker reader) {
        return IntStream.range(0, SENDERS * EACH)
                .mapToObj(i -> String.valueOf(reader.expect("message").get("text")))
                .toList();
    }

    /** Reads some messages, breaks the connection, comes back with the last seq that it saw. */
    private static Callable<List<Long>> comingAndGoing(Person reader, String room) {
        return () -> {
            List<Long> seen = new ArrayList<>();
            while (seen.size() < SENDERS * EACH) {
                try (Talker talker = folk.connect(reader)) {
                    talker.join(room, seen.isEmpty() ? 0 : seen.getLast());
                    int some = ThreadLocalRandom.current().nextInt(1, 400);
                    for (int i = 0; i < some && seen.size() < SENDERS * EACH; i++) {
                        Map<String, Object> message = talker.expect("message");
                        seen.add(Talker.number(message, "seq"));
                    }
                }
                Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(20)));
            }
            return seen;
        };
    }
}
