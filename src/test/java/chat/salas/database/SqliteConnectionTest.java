package chat.salas.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SqliteConnectionTest {
    @TempDir
    Path folder;

    private final WriteLock lock = new WriteLock(Duration.ofSeconds(2));
    private HikariDataSource pool;

    @BeforeEach
    void open() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new SqliteDataSource(folder.resolve("test.db"), lock));
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
        write("CREATE TABLE entry (id INTEGER PRIMARY KEY, writer INTEGER NOT NULL) STRICT");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void everyPragmaStands() throws SQLException {
        assertThat(text("PRAGMA journal_mode")).isEqualTo("wal");
        assertThat(text("PRAGMA synchronous")).isEqualTo("2");
        assertThat(text("PRAGMA foreign_keys")).isEqualTo("1");
        assertThat(text("PRAGMA secure_delete")).isEqualTo("1");
        assertThat(text("PRAGMA trusted_schema")).isEqualTo("0");
        assertThat(text("PRAGMA temp_store")).isEqualTo("2");
        assertThat(text("PRAGMA busy_timeout")).isEqualTo("5000");
    }

    @Test
    void sixteenThreadsOfReadsAndWritesNeverMeetBusyAndLoseNothing() throws Exception {
        int threads = 16;
        int rounds = 60;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int writer = thread;
            work.add(() -> {
                for (int round = 0; round < rounds; round++) {
                    mixed(writer, round);
                }
                return rounds;
            });
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : executor.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(rounds);
            }
        }
        // of each four rounds three write, and one of those is rolled back
        assertThat(text("SELECT count(*) FROM entry")).isEqualTo(String.valueOf(threads * rounds / 2));
        assertThat(lock.isFree()).isTrue();
    }

    private void mixed(int writer, int round) throws SQLException {
        switch (round % 4) {
            case 0 -> assertThat(readOnly("SELECT count(*) FROM entry")).isNotNegative();
            case 1 -> write("INSERT INTO entry (writer) VALUES (" + writer + ")");
            case 2 -> readThenInsert(writer, true);
            default -> readThenInsert(writer, false);
        }
    }

    /** A read before the write is what makes SQLite's own deferred transactions fail. */
    private void readThenInsert(int writer, boolean commit) throws SQLException {
        try (Connection connection = transaction();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT max(id) FROM entry").close();
            statement.executeUpdate("INSERT INTO entry (writer) VALUES (" + writer + ")");
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    @Test
    void writersGetTheirTurnInTheOrderOfTheirComing() throws Exception {
        List<Integer> order = java.util.Collections.synchronizedList(new ArrayList<>());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection first = transaction()) {
            first.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (0)");
            List<Future<?>> all = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                int writer = i;
                all.add(executor.submit(() -> insertAndTell(writer, order)));
                Thread.sleep(50);
            }
            assertThat(order).isEmpty();
            first.commit();
            for (Future<?> one : all) {
                one.get(5, TimeUnit.SECONDS);
            }
        }
        assertThat(order).containsExactly(1, 2, 3, 4, 5);
    }

    private Void insertAndTell(int writer, List<Integer> order) throws SQLException {
        try (Connection connection = transaction()) {
            connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (" + writer + ")");
            order.add(writer);
            connection.commit();
        }
        return null;
    }

    @Test
    void readersDoNotWaitForAnOpenWriterAndSeeWhatWasCommitted() throws Exception {
        write("INSERT INTO entry (writer) VALUES (1)");
        try (Connection writer = transaction()) {
            writer.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (2)");
            assertThat(readOnly("SELECT count(*) FROM entry")).isEqualTo(1);
            assertThat(text("SELECT count(*) FROM entry")).isEqualTo("1");
            writer.commit();
        }
        assertThat(readOnly("SELECT count(*) FROM entry")).isEqualTo(2);
    }

    @Test
    void aTransactionTakesTheLockAtItsFirstStatementAndGivesItBackWithItsCommit() throws Exception {
        try (Connection connection = transaction()) {
            assertThat(lock.isFree()).isTrue();
            connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (1)");
            assertThat(lock.isFree()).isFalse();
            connection.commit();
            assertThat(lock.isFree()).isTrue();
            connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (2)");
            assertThat(lock.isFree()).isFalse();
            connection.setAutoCommit(true);
            assertThat(lock.isFree()).isTrue();
        }
        assertThat(readOnly("SELECT count(*) FROM entry")).isEqualTo(2);
    }

    @Test
    void aTransactionThatIsLeftOpenIsRolledBackAndFreesTheLock() throws Exception {
        try (Connection connection = transaction()) {
            connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (1)");
            assertThatThrownBy(() -> connection.createStatement().executeUpdate("INSERT INTO nowhere VALUES (1)"))
                    .isInstanceOf(SQLException.class);
            assertThat(lock.isFree()).isFalse();
        }
        assertThat(lock.isFree()).isTrue();
        assertThat(readOnly("SELECT count(*) FROM entry")).isZero();
    }

    @Test
    void aCommitThatFailsRollsBackAndFreesTheLock() throws Exception {
        write("CREATE TABLE child (id INTEGER PRIMARY KEY,"
                + " entry INTEGER REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED) STRICT");
        try (Connection connection = transaction()) {
            connection.createStatement().executeUpdate("INSERT INTO child (id, entry) VALUES (1, 404)");
            assertThatThrownBy(connection::commit).hasMessageContaining("FOREIGN KEY");
            assertThat(lock.isFree()).isTrue();
        }
        assertThat(text("SELECT count(*) FROM child")).isEqualTo("0");
    }

    @Test
    void aTransactionThatSqliteEndedItselfFreesTheLock() throws Exception {
        try (Connection connection = transaction()) {
            connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (1)");
            connection.unwrap(SqliteConnection.class).getDatabase()._exec("ROLLBACK");
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThat(lock.isFree()).isTrue();
        }
        write("INSERT INTO entry (writer) VALUES (2)");
        assertThat(readOnly("SELECT count(*) FROM entry")).isEqualTo(1);
    }

    @Test
    void aReadOnlyTransactionCannotWrite() throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            assertThatThrownBy(
                            () -> connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (1)"))
                    .hasMessageContaining("read-only");
            assertThat(lock.isFree()).isTrue();
        }
    }

    @Test
    void aWriterThatWaitsTooLongFailsAndHoldsNothing() throws Exception {
        try (Connection first = transaction();
                Connection second = transaction()) {
            first.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (1)");
            assertThatThrownBy(() -> second.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (2)"))
                    .hasMessageContaining("no turn to write");
            second.rollback();
            first.commit();
        }
        assertThat(lock.isFree()).isTrue();
        assertThat(readOnly("SELECT count(*) FROM entry")).isEqualTo(1);
    }

    @Test
    void aSavepointCanBeUndoneAlone() throws Exception {
        try (Connection connection = transaction()) {
            var savepoint = connection.setSavepoint();
            connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (1)");
            connection.rollback(savepoint);
            connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (2)");
            connection.commit();
        }
        assertThat(text("SELECT group_concat(writer) FROM entry")).isEqualTo("2");
    }

    @Test
    void writesWithoutATransactionQueueBehindOneThatIsOpen() throws Exception {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> waiting;
            try (Connection connection = transaction()) {
                connection.createStatement().executeUpdate("INSERT INTO entry (writer) VALUES (1)");
                waiting = executor.submit(() -> {
                    started.countDown();
                    write("INSERT INTO entry (writer) VALUES (2)");
                    return done.incrementAndGet();
                });
                started.await();
                Thread.sleep(100);
                assertThat(done).hasValue(0);
                connection.commit();
            }
            get(waiting);
        }
        assertThat(text("SELECT group_concat(writer) FROM entry")).isEqualTo("1,2");
    }

    private static void get(Future<?> future) throws InterruptedException, ExecutionException {
        future.get();
    }

    private Connection transaction() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void write(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private long readOnly(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var rows = connection.prepareStatement(sql).executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.getString(1);
        }
    }
}
