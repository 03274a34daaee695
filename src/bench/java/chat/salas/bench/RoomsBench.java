package chat.salas.bench;

import org.jspecify.annotations.Nullable;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Ids;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.room.Ruling;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How long the directory, a member's rooms and the check of a right take with 10,000 rooms and 100,000 memberships.
 *
 * <pre>mvn -q -DskipTests package && java -cp target/salas.jar src/bench/java/chat/salas/bench/RoomsBench.java</pre>
 */
public final class RoomsBench {
    private static final int ROOMS = 10_000;
    private static final int ACCOUNTS = 10_000;
    private static final int ROOMS_EACH = 10;

    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;
    private final Rooms rooms;
    private final Ruling ruling;
    private final Ids ids;
    private final long[] people = new long[ACCOUNTS];

    private RoomsBench(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcOperations.class);
        this.transactions = context.getBean(TransactionOperations.class);
        this.rooms = context.getBean(Rooms.class);
        this.ruling = context.getBean(Ruling.class);
        this.ids = context.getBean(Ids.class);
    }

    /** Prints one line for each measurement: median and 99th percentile. */
    public static void main(String[] args) throws Exception {
        Map<String, Object> settings = Map.of(
                "salas.data", Files.createTempDirectory("salas-bench").toString(), "salas.rooms.per-account", ROOMS + 1);
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            new RoomsBench(context).run();
        }
    }

    private void run() {
        write("INSERT INTO account (id, email, display_name, created_at) VALUES (?, ?, ?, 0)", ACCOUNTS, this::person);
        Actor owner = actor(people[0]);
        long start = System.nanoTime();
        for (int i = 0; i < ROOMS; i++) {
            rooms.create(owner, NewRoom.named("Room number " + i));
        }
        System.out.printf("%,d rooms made one by one: %,d ms%n", ROOMS, (System.nanoTime() - start) / 1_000_000);
        write(
                "INSERT OR IGNORE INTO membership (room_id, account_id, role, joined_at) "
                        + "SELECT id, ?, 'MEMBER', 0 FROM room WHERE slug = ?",
                ACCOUNTS * ROOMS_EACH,
                (row, i) -> {
                    row.setLong(1, people[i % ACCOUNTS]);
                    row.setString(2, "room-number-" + (i / ACCOUNTS == 0 ? 0 : (i * 7919L) % ROOMS));
                });
        Actor member = actor(people[77]);
        measure("directory, first page of 50", 300, i -> rooms.directory(member, "", 0, 50));
        measure("directory, first page of 200", 300, i -> rooms.directory(member, "", 0, 200));
        measure("directory, page of 50 in the middle", 300, i -> rooms.directory(member, "", 100, 50));
        measure("directory, filtered, 50", 300, i -> rooms.directory(member, "ER 99" + i % 10, 0, 50));
        measure("directory, filter without a hit", 300, i -> rooms.directory(member, "nothing", 0, 50));
        measure("my rooms", 1_000, i -> rooms.mine(member));
        measure("one room", 5_000, i -> rooms.find(member, "room-number-0"));
        measure("members of a room of 10,000", 30, i -> rooms.members(rooms.asMember(member, "room-number-0")));
        measure("right of a member, from memory", 500_000, i -> rooms.asMember(member, "room-number-0"));
        measure("right of 10,000 members, from memory", 500_000, i ->
                rooms.asMember(actor(people[i % ACCOUNTS]), "room-number-0"));
        List<Long> all = LongStream.of(people).boxed().toList();
        measure("10,000 members muted, in one act", 3, i ->
                ruling.mute(rooms.asAdmin(owner, "room-number-0"), all, Duration.ofHours(1 + i)));
        measure("right of 10,000 muted members", 500_000, i ->
                rooms.asMember(actor(people[i % ACCOUNTS]), "room-number-0"));
    }

    @FunctionalInterface
    private interface Row {
        void fill(PreparedStatement statement, int i) throws java.sql.SQLException;
    }

    private void person(PreparedStatement statement, int i) throws java.sql.SQLException {
        people[i] = ids.next();
        statement.setLong(1, people[i]);
        statement.setString(2, "person" + i + "@example.org");
        statement.setString(3, "Person " + i);
    }

    private void write(String sql, int rows, Row row) {
        transactions.executeWrite(status -> jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < rows; i++) {
                row.fill(statement, i);
                statement.addBatch();
                if (i % 1_000 == 999) {
                    statement.executeBatch();
                }
            }
            return statement.executeBatch().length;
        }));
    }

    private static Actor actor(long id) {
        return new Actor(id, "Person", false, new Actor.Credential.Operator());
    }

    @FunctionalInterface
    private interface Work {
        Object run(int i);
    }

    private static volatile @Nullable Object sink;

    private static void measure(String name, int times, Work work) {
        for (int i = 0; i < times; i++) {
            sink = work.run(i);
        }
        long[] took = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            sink = work.run(i);
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        System.out.printf("%-40s %,12.1f us  p99 %,12.1f us%n", name, took[times / 2] / 1e3, took[times * 99 / 100] / 1e3);
    }
}
