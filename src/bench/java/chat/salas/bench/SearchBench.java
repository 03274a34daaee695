package chat.salas.bench;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Ids;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import chat.salas.message.MessageImport;
import chat.salas.message.MessageImport.Said;
import chat.salas.message.Messages;
import chat.salas.message.SearchPage;
import chat.salas.room.NewRoom;
import chat.salas.room.Room;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * How long a search takes in a long room, and what the indexer costs beside sending, on the services alone. Arguments: messages
 * of the long room (1,000,000), messages to send (200,000).
 */
public final class SearchBench implements AutoCloseable {
    private static final int ROUNDS = 200;
    private static final int VOCABULARY = 50_000;
    private static final int WORDS = 33;

    private final Random random = new Random(1);
    private final List<String> vocabulary = new ArrayList<>();
    private final ApplicationContext context;
    private final Messages messages;
    private final Actor owner;

    private SearchBench(Path data) throws Exception {
        context = ApplicationContext.run(Map.of("salas.data", data.toString()));
        messages = context.getBean(Messages.class);
        owner = person();
        for (int i = 0; i < VOCABULARY; i++) {
            vocabulary.add(word());
        }
    }

    /** Runs all of it. */
    public static void main(String[] arguments) throws Exception {
        int history = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int sent = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        Path data = Files.createTempDirectory(Path.of("target"), "bench");
        try (SearchBench bench = new SearchBench(data)) {
            System.out.printf(
                    "%d cores, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
            bench.sending(sent);
            bench.searching(history);
        }
    }

    /** Syllables, so that runs of letters are about as frequent as in a language. */
    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 1 + random.nextInt(4);
        for (int i = 0; i < syllables; i++) {
            word.append("bcdfghjlmnprstvz".charAt(skewed(16)))
                    .append("aeiou".charAt(skewed(5)))
                    .append(random.nextInt(3) == 0 ? "nrsl".substring(random.nextInt(4)).substring(0, 1) : "");
        }
        return word.toString();
    }

    private int skewed(int bound) {
        double part = random.nextDouble();
        return (int) (part * part * bound);
    }

    /** Some 200 bytes of words, of which a few are frequent and most are rare. */
    private String sentence() {
        StringBuilder sentence = new StringBuilder(240);
        for (int i = 0; i < WORDS; i++) {
            double part = random.nextDouble();
            sentence.append(vocabulary.get((int) (part * part * part * part * VOCABULARY)))
                    .append(' ');
        }
        return sentence.toString();
    }

    private void sending(int count) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long indexer = indexer(threads);
        for (String what : List.of("warming up", "sending")) {
            String room = room().slug();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                texts.add(sentence());
            }
            long all = processNanos();
            long own = threads.getThreadCpuTime(indexer);
            long start = System.nanoTime();
            Deque<CompletableFuture<Message>> onTheWay = new ArrayDeque<>();
            for (int i = 0; i < count; i++) {
                if (onTheWay.size() == 1_000) {
                    onTheWay.removeFirst().join();
                }
                onTheWay.add(messages.post(owner, room, new Draft(null, texts.get(i % 1_000), null)));
            }
            onTheWay.forEach(CompletableFuture::join);
            double seconds = (System.nanoTime() - start) / 1e9;
            untilIndexed(room, count);
            double total = (System.nanoTime() - start) / 1e9;
            long index = threads.getThreadCpuTime(indexer) - own;
            long rest = processNanos() - all - index;
            System.out.printf(
                    "%s: %,.0f messages/s, all indexed %.1f s after the last; CPU a message: sending %,d us, indexing %,d us"
                            + " (%.0f %%)%n",
                    what,
                    count / seconds,
                    total - seconds,
                    rest / count / 1_000,
                    index / count / 1_000,
                    100.0 * index / rest);
        }
    }

    private static long indexer(ThreadMXBean threads) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info.getThreadName().equals("indexer"))
                .findFirst()
                .orElseThrow()
                .getThreadId();
    }

    private static long processNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void searching(int history) throws Exception {
        Room room = room();
        List<Said> said = new ArrayList<>(history);
        for (int i = 1; i <= history; i++) {
            String text = sentence();
            String needle = i == 5 ? " oldestneedle" : i % 9_973 == 0 ? " scatteredneedle" : "";
            String word = i % 3 == 0 ? " everywhere" : "";
            said.add(new Said(owner.id(), Instant.ofEpochMilli(i), text + needle + word, null, List.of()));
        }
        long start = System.nanoTime();
        context.getBean(MessageImport.class).fill(java.util.stream.Stream.of(new MessageImport.Conversation(room, said)));
        System.out.printf("%,d messages stored in %,d ms%n", history, millisSince(start));
        said.clear();
        untilIndexed(room.slug(), history);
        System.out.printf("all indexed after %,d ms%n", millisSince(start));
        System.out.printf(
                "bytes a message: stored %d, index %d%n",
                number("SELECT sum(length(body)) FROM message WHERE room_id = " + room.id()) / history,
                number("SELECT sum(length(sealed)) FROM search_part WHERE room_id = " + room.id()) / history);
        String frequent = vocabulary.getFirst();
        for (int round = 0; round < 2; round++) {
            search("the oldest message alone", room, "oldestneedle", 1);
            search("one in 10,000", room, "scatteredneedle", Math.min(20, history / 9_973));
            search("part of one in 10,000", room, "teredneed", Math.min(20, history / 9_973));
            search("one in three", room, "everywhere", 20);
            search("the most frequent word", room, frequent, 20);
            search("two letters", room, "ba", 20);
            search("frequent and rare", room, "everywhere scatteredneedle", -1);
            search("two rare ones, never together", room, "oldestneedle scatteredneedle", 0);
            search("a word that nobody said", room, "xylophone", 0);
            search("a word of frequent runs that nobody said", room, nobodySaid(), 0);
            search("three frequent words", room, frequent + " " + vocabulary.get(1) + " " + vocabulary.get(2), 20);
            search("12 words", room, String.join(" ", vocabulary.subList(100, 112)), -1);
        }
    }

    /** Its runs are in many messages, but never one after the other. */
    private String nobodySaid() {
        return vocabulary.stream()
                .limit(50)
                .filter(word -> word.length() > 4)
                .reduce("", (one, other) -> one.length() > 8 ? one : one + other.substring(0, 3));
    }

    private void search(String what, Room room, String words, int expected) {
        long[] took = new long[ROUNDS];
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            SearchPage page = messages.search(owner, room.slug(), words, null, 0, 20);
            took[i] = (System.nanoTime() - start) / 1_000;
            found = page.messages().size();
        }
        if (expected >= 0 && found != expected) {
            throw new IllegalStateException(what + ": " + found + " (expected: " + expected + ")");
        }
        Arrays.sort(took);
        System.out.printf(
                "%-42s p50 %,8d us  p99 %,8d us  (%d found)%n",
                what, took[ROUNDS / 2], took[ROUNDS * 99 / 100], found);
    }

    private void untilIndexed(String slug, int count) throws Exception {
        long end = System.nanoTime() + 1_800_000_000_000L;
        String query = "SELECT coalesce(max(seq), 0) FROM search_progress WHERE room_id ="
                + " (SELECT id FROM room WHERE slug = '" + slug + "')";
        while (number(query) < count - count % 1_024) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not indexed in time");
            }
            Thread.sleep(20);
        }
    }

    private long number(String query) throws Exception {
        try (Connection connection = database().getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet found = statement.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private Room room() {
        return context.getBean(Rooms.class)
                .create(owner, NewRoom.named("Bench"))
                .room();
    }

    private Actor person() throws Exception {
        long id = context.getBean(Ids.class).next();
        try (Connection connection = database().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO account (id, email, display_name, created_at) VALUES (?, ?, ?, 0)")) {
            insert.setLong(1, id);
            insert.setString(2, id + "@example.org");
            insert.setString(3, "Owner");
            insert.executeUpdate();
        }
        return new Actor(id, "Owner", false, new Actor.Credential.Operator());
    }

    private DataSource database() {
        return DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
