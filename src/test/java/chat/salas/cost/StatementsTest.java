package chat.salas.cost;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The calls that everybody makes all the time, and what they ask of the database. */
final class StatementsTest {
    private static final int ROUNDS = 6;
    private static ApplicationContext context;
    private static SqlWatch watch;
    private static Estate estate;
    private static String small;
    private static String large;

    @BeforeAll
    static void build() {
        context = ApplicationContext.run(Map.of("test.watch-sql", "true"), "test");
        watch = context.getBean(SqlWatch.class);
        estate = new Estate(context, 500);
        small = estate.room("small", 3, 100);
        large = estate.room("large", 500, 30_000);
    }

    @AfterAll
    static void end() {
        context.close();
    }

    private static Messages messages() {
        return context.getBean(Messages.class);
    }

    private static Rooms rooms() {
        return context.getBean(Rooms.class);
    }

    /** By what it does; each is given a room. */
    private static Map<String, Consumer<String>> calls() {
        Actor ana = estate.actor(0);
        Map<String, Consumer<String>> calls = new LinkedHashMap<>();
        calls.put("newest 50", room -> messages().history(ana, room, null, null, 50));
        calls.put("50 in the middle", room -> messages().history(ana, room, 60L, null, 50));
        calls.put("50 that were missed", room -> messages().history(ana, room, null, 20L, 50));
        calls.put("around a message", room -> messages().around(ana, room, 40, 50));
        calls.put("one message", room -> messages().get(ana, room, 7));
        calls.put("say something", room -> messages().send(ana, room, new Draft(null, "Hello", 7L)));
        calls.put("edit", room -> messages().edit(ana, room, 1, "Better"));
        calls.put("react", room -> messages().react(ana, room, 2, "👍", true));
        calls.put("take a reaction back", room -> messages().react(ana, room, 2, "👍", false));
        calls.put("join", room -> messages().join(ana, room, null, _ -> {}).close());
        calls.put("one room", room -> rooms().find(ana, room));
        calls.put("who is who", room -> rooms().member(rooms().asMember(ana, room), ana.id()));
        calls.put("right", room -> rooms().asMember(ana, room));
        return calls;
    }

    /** And these are about no room. */
    private static Map<String, Consumer<String>> all() {
        Actor ana = estate.actor(0);
        Map<String, Consumer<String>> all = calls();
        all.put("search", room -> messages().search(ana, room, "rarely", null, 0, 20));
        all.put("my rooms", _ -> rooms().mine(ana));
        all.put("directory", _ -> rooms().directory(ana, "", 0, 50));
        all.put("token", _ -> context.getBean(Tokens.class).resolve(estate.token(0)));
        return all;
    }

    @Test
    void aCallAsksAsOftenInALargeRoomAsInASmallOne() {
        calls().forEach((name, call) -> {
            int inSmall = count(() -> call.accept(small));
            int inLarge = count(() -> call.accept(large));
            assertThat(inLarge).as(name).isEqualTo(inSmall).isLessThanOrEqualTo(12);
        });
    }

    @Test
    void aRightIsKnownFromMemory() {
        assertThat(count(() -> rooms().asMember(estate.actor(1), large))).isEqualTo(count(() -> estate.actor(1)));
    }

    @Test
    void messagesThatComeAtOnceShareWhatCanBeShared() {
        Actor ana = estate.actor(0);
        int alone = count(() -> messages().send(ana, large, new Draft(null, "Alone", null)));
        int together = count(() -> {
            List<CompletableFuture<Message>> sent = IntStream.range(0, 200)
                    .mapToObj(i -> messages().post(ana, large, new Draft(null, "Together " + i, null)))
                    .toList();
            sent.forEach(CompletableFuture::join);
        });
        assertThat(alone).isBetween(1, 12);
        assertThat(together).isBetween(200, 200 * alone / 2);
    }

    @Test
    void nothingWalksThroughATableOrSortsWhatItFound() throws SQLException {
        assertThat(dear("SELECT seq FROM message WHERE author_id = 7")).isNotEmpty();
        assertThat(dear("SELECT seq FROM message WHERE room_id = 7 ORDER BY created_at"))
                .isNotEmpty();
        Map<String, List<String>> dear = new LinkedHashMap<>();
        for (Map.Entry<String, Consumer<String>> call : all().entrySet()) {
            List<String> sql = statements(() -> call.getValue().accept(large));
            for (String statement : sql) {
                dear(statement).forEach(step -> dear.put(call.getKey() + ": " + step, List.of(statement)));
            }
        }
        assertThat(dear).isEmpty();
    }

    private static List<String> statements(Runnable call) {
        call.run();
        watch.take();
        call.run();
        return watch.take().stream()
                .filter(StatementsTest::isOfCall)
                .map(SqlWatch.Run::sql)
                .distinct()
                .toList();
    }

    private static boolean isOfCall(SqlWatch.Run run) {
        return run.sql().toLowerCase(java.util.Locale.ROOT).matches("(?s)\\s*(select|insert|update|delete|with).*")
                && !run.thread().equals("indexer");
    }

    /** The steps of a statement that take longer the more there is. */
    private static List<String> dear(String sql) throws SQLException {
        return plan(sql)
                .filter(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE") || step.contains("AUTOMATIC"))
                .filter(step -> !isBounded(step, sql))
                .toList();
    }

    /** The directory goes along its index as far as the page goes; what a page or a person can have at most may be gone
     * through and sorted.
     */
    private static boolean isBounded(String step, String sql) {
        return step.equals("SCAN r USING INDEX room_by_name")
                || step.startsWith("SCAN json_each")
                || (step.contains("TEMP B-TREE")
                        && (sql.contains("FROM reaction WHERE room_id = ? AND seq")
                                || sql.contains("r.id IN (SELECT room_id FROM membership WHERE account_id = ?)")));
    }

    private static Stream<String> plan(String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        DataSource database = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
        try (Connection connection = database.getConnection();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet step = explain.executeQuery()) {
            while (step.next()) {
                steps.add(String.valueOf(step.getString("detail")));
            }
        }
        return steps.stream();
    }

    /** How many statements a call needs once everything is warm. */
    private static int count(Runnable call) {
        call.run();
        return IntStream.range(0, ROUNDS)
                .map(_ -> {
                    watch.take();
                    call.run();
                    return (int) watch.take().stream()
                            .filter(StatementsTest::isOfCall)
                            .count();
                })
                .min()
                .orElseThrow();
    }
}
