package chat.salas.bench;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Ids;
import chat.salas.room.MemberList;
import chat.salas.room.MemberQuery;
import chat.salas.room.MemberQuery.Sort;
import chat.salas.room.Membership;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a page of a room with 10,000 members takes, in each order, at the start and at the end, and all of them at once.
 *
 * <pre>mvn -q -DskipTests package && java -cp target/salas.jar src/bench/java/chat/salas/bench/MembersBench.java</pre>
 */
public final class MembersBench {
    private static final int MEMBERS = 10_000;
    private static final int PAGE = 50;

    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;
    private final Rooms rooms;
    private final MemberList members;
    private final Ids ids;

    private MembersBench(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcOperations.class);
        this.transactions = context.getBean(TransactionOperations.class);
        this.rooms = context.getBean(Rooms.class);
        this.members = context.getBean(MemberList.class);
        this.ids = context.getBean(Ids.class);
    }

    /** Prints one line for each measurement: median and 99th percentile. */
    public static void main(String[] args) throws Exception {
        Map<String, Object> settings =
                Map.of("salas.data", Files.createTempDirectory("salas-bench").toString());
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            new MembersBench(context).run();
        }
    }

    private void run() {
        long[] people = new long[MEMBERS];
        write(
                "INSERT INTO account (id, email, display_name, name_folded, created_at, last_seen_at) VALUES (?, ?, ?, ?, 0, ?)",
                (row, i) -> {
                    people[i] = ids.next();
                    row.setLong(1, people[i]);
                    row.setString(2, "person" + i + "@example.org");
                    row.setString(3, "Person " + i * 7919L % MEMBERS);
                    row.setString(4, "person " + i * 7919L % MEMBERS);
                    row.setLong(5, i * 104_729L % MEMBERS);
                });
        Actor owner = new Actor(people[0], "Person", false, new Actor.Credential.Operator());
        rooms.create(owner, NewRoom.named("Crowd"));
        write(
                "INSERT OR IGNORE INTO membership (room_id, account_id, role, joined_at) SELECT id, ?, 'MEMBER', ? FROM room",
                (row, i) -> {
                    row.setLong(1, people[i]);
                    row.setLong(2, i);
                });
        write("INSERT INTO authored (room_id, account_id, messages, bytes) SELECT id, ?, ?, ? FROM room", (row, i) -> {
            row.setLong(1, people[i]);
            row.setLong(2, i % 977);
            row.setLong(3, i % 977 * 100L);
        });
        Membership membership = rooms.asAdmin(owner, "crowd");
        for (Sort sort : Sort.values()) {
            MemberQuery query = new MemberQuery("", null, false, sort, true);
            measure("first page by " + sort, 50, i -> members.page(membership, query, 0, PAGE));
        }
        MemberQuery byName = MemberQuery.named("");
        measure("last page by NAME", 50, i -> members.page(membership, byName, MEMBERS - PAGE, PAGE));
        measure("count", 50, i -> members.count(membership, byName));
        measure("search, one page", 50, i -> members.page(membership, MemberQuery.named("99" + i % 10), 0, PAGE));
        measure("all 10,000 at once", 20, i -> members.page(membership, byName, 0, MEMBERS));
    }

    @FunctionalInterface
    private interface Row {
        void fill(PreparedStatement statement, int i) throws java.sql.SQLException;
    }

    private void write(String sql, Row row) {
        transactions.executeWrite(status -> jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < MEMBERS; i++) {
                row.fill(statement, i);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }));
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
        System.out.printf("%-30s %,10.2f ms  p99 %,10.2f ms%n", name, took[times / 2] / 1e6, took[times * 99 / 100] / 1e6);
    }
}
