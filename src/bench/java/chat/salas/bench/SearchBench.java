package chat.salas.bench;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Ids;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import chat.salas.message.MessageImport;
import chat.salas.message.MessageImport.Said;
import chat.salas.message.Messages;
import chat.salas.room.NewRoom;
import chat.salas.room.Room;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * How long a search takes in a long room, and what the indexer costs beside sending, on the services alone. Arguments: messages
 * of the long room (1,000,000), messages to send (200,000).
 */
public final class SearchBench implements Bench {
    private static final int ROUNDS = 200;
    private static final int TALKING = 4;

    private final Vocabulary vocabulary = new Vocabulary();
    private final int history;
    private final int sent;

    @SuppressWarnings("NullAway.Init") // set by run
    private ApplicationContext context;

    @SuppressWarnings("NullAway.Init")
    private Messages messages;

    @SuppressWarnings("NullAway.Init")
    private Actor owner;

    SearchBench(int history, int sent) {
        this.history = history;
        this.sent = sent;
    }

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new SearchBench(
                arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000,
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000));
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            context = ApplicationContext.run(Map.of("salas.data", folder.toString()));
            try (ApplicationContext open = context) {
                messages = open.getBean(Messages.class);
                owner = person();
                sending(sheet);
                searching(sheet);
            }
        });
    }

    private void sending(Sheet sheet) throws Exception {
        int count = sent;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long indexer = indexer(threads);
        for (String what : List.of("warming up", "sending")) {
            List<String> rooms = Stream.generate(() -> room().slug()).limit(TALKING).toList();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                texts.add(vocabulary.sentence());
            }
            long all = processNanos();
            long own = threads.getThreadCpuTime(indexer);
            long start = System.nanoTime();
            Deque<CompletableFuture<Message>> onTheWay = new ArrayDeque<>();
            for (int i = 0; i < count; i++) {
                if (onTheWay.size() == 1_000) {
                    onTheWay.removeFirst().join();
                }
                onTheWay.add(messages.post(owner, rooms.get(i % TALKING), new Draft(null, texts.get(i % 1_000), null)));
            }
            onTheWay.forEach(CompletableFuture::join);
            double seconds = (System.nanoTime() - start) / 1e9;
            for (String room : rooms) {
                untilIndexed(room, count / TALKING);
            }
            double total = (System.nanoTime() - start) / 1e9;
            long index = threads.getThreadCpuTime(indexer) - own;
            long rest = processNanos() - all - index;
            if (what.equals("sending")) {
                sheet.add("messages sent, of 200 bytes, in " + TALKING + " rooms", count / seconds, "/s");
                sheet.add("all indexed after the last", total - seconds, "s");
                sheet.add("processor for 1,000 messages: sending", rest / 1e3 / count, "ms");
                sheet.add("processor for 1,000 messages: indexing", index / 1e3 / count, "ms");
                double part = (double) index / (index + rest);
                sheet.add("processor of indexing, part of the send path's", part, "", Sheet.atMost(1 / 3.0));
            }
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

    private void searching(Sheet sheet) throws Exception {
        Room room = room();
        List<Said> said = new ArrayList<>(history);
        for (int i = 1; i <= history; i++) {
            String text = vocabulary.sentence();
            String needle = i == 5 ? " oldestneedle" : i % 9_973 == 0 ? " scatteredneedle" : "";
            String word = i % 3 == 0 ? " everywhere" : "";
            said.add(new Said(owner.id(), Instant.ofEpochMilli(i), text + needle + word, null, List.of()));
        }
        long start = System.nanoTime();
        context.getBean(MessageImport.class).fill(Stream.of(new MessageImport.Conversation(room, said)));
        said.clear();
        untilIndexed(room.slug(), history);
        sheet.add(String.format("%,d messages stored and indexed after", history), millisSince(start) / 1e3, "s");
        sheet.add("bytes a message: stored", number("SELECT sum(length(body)) FROM message WHERE room_id = " + room.id()) / (double) history, "B");
        sheet.add("bytes a message: index", number("SELECT sum(length(sealed)) FROM search_part WHERE room_id = " + room.id()) / (double) history, "B");
        String frequent = vocabulary.word(0);
        search(sheet, "the oldest message alone", room, "oldestneedle", 1);
        search(sheet, "one in 10,000", room, "scatteredneedle", Math.min(20, history / 9_973));
        search(sheet, "part of one in 10,000", room, "teredneed", Math.min(20, history / 9_973));
        search(sheet, "one in three", room, "everywhere", 20);
        search(sheet, "the most frequent word", room, frequent, 20);
        search(sheet, "two letters", room, "ba", 20);
        search(sheet, "frequent and rare", room, "everywhere scatteredneedle", -1);
        search(sheet, "two rare ones, never together", room, "oldestneedle scatteredneedle", 0);
        search(sheet, "a word that nobody said", room, "xylophone", 0);
        search(sheet, "a word of frequent runs that nobody said", room, vocabulary.nobodySaid(), 0);
        search(sheet, "three frequent words", room, frequent + " " + vocabulary.word(1) + " " + vocabulary.word(2), 20);
        search(sheet, "12 words", room, vocabulary.words(100, 112), -1);
    }

    @SuppressWarnings("TooManyParameters")
    private void search(Sheet sheet, String what, Room room, String words, int expected) throws Exception {
        int found = messages.search(owner, room.slug(), words, null, 0, 20).messages().size();
        if (expected >= 0 && found != expected) {
            throw new IllegalStateException(what + ": " + found + " (expected: " + expected + ")");
        }
        Times.Call search = _ -> messages.search(owner, room.slug(), words, null, 0, 20);
        new Times().of(ROUNDS, search);
        sheet.add(what, new Times().of(ROUNDS, search), null, Sheet.atMost(50));
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
}
