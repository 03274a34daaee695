package chat.salas.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CheckpointTest {
    @TempDir
    Path folder;

    private final WriteLock lock = new WriteLock(Duration.ofSeconds(2));
    private HikariDataSource pool;
    private Checkpoint checkpoint;

    @BeforeEach
    void open() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new SqliteDataSource(folder.resolve("test.db"), lock));
        pool = new HikariDataSource(config);
        checkpoint = new Checkpoint(pool);
        run("CREATE TABLE entry (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
        write(50);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aShortLogStaysAsItIs() throws SQLException {
        checkpoint.shorten(1_000);
        assertThat(log("checkpointed")).isZero();
    }

    @Test
    void aLongLogIsMovedIntoTheFileAndBegunAnewByTheNextToWrite() throws SQLException {
        int before = log("log");
        checkpoint.shorten(10);
        assertThat(log("checkpointed")).isEqualTo(before);
        write(1);
        assertThat(log("log")).isLessThan(before);
    }

    /** Whoever began to read before all was moved keeps the log from being begun anew, even having seen all of it. */
    @Test
    void whoeverIsAboutToEndReadingIsWaitedForAMomentSoThatTheLogDoesNotGrowOn() throws Exception {
        boolean begunAnew = false;
        // the moment is short for a machine that is busy
        for (int attempt = 0; attempt < 50 && !begunAnew; attempt++) {
            begunAnew = isBegunAnewWhileOneReads();
        }
        assertThat(begunAnew).isTrue();
    }

    private boolean isBegunAnewWhileOneReads() throws Exception {
        int before = log("log");
        AtomicBoolean over = new AtomicBoolean();
        try (Connection reader = pool.getConnection()) {
            reader.setReadOnly(true);
            reader.setAutoCommit(false);
            number(reader, "SELECT count(*) FROM entry", 1);
            Thread reading = Thread.ofPlatform().start(() -> endOnceSomebodyWaits(reader, over));
            checkpoint.shorten(10);
            over.set(true);
            reading.join();
            // whoever was not waited for still reads now
            write(1);
            reader.rollback();
        }
        return log("log") < before;
    }

    /** Whoever waits has moved all, and keeps others from writing meanwhile. */
    private void endOnceSomebodyWaits(Connection reader, AtomicBoolean over) {
        try {
            while (!over.get()) {
                if (log("checkpointed") == log("log") && isHeldForAWhile()) {
                    reader.rollback();
                    return;
                }
            }
        } catch (SQLException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean isHeldForAWhile() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            if (lock.isFree()) {
                return false;
            }
            Thread.sleep(2);
        }
        return !lock.isFree();
    }

    @Test
    void whatIsErasedWhileItSettlesIsStillOwed() throws Exception {
        owe();
        Thread settling;
        try (Connection reader = pool.getConnection()) {
            reader.setReadOnly(true);
            reader.setAutoCommit(false);
            number(reader, "SELECT count(*) FROM entry", 1);
            write(1);
            settling = Thread.ofPlatform().start(checkpoint::settle);
            settling.join(Duration.ofMillis(1_500));
            assertThat(settling.isAlive()).as("somebody reads what is older").isTrue();
            owe();
            reader.rollback();
        }
        settling.join();
        assertThat(checkpoint.isOwed()).isTrue();

        checkpoint.settle();
        assertThat(checkpoint.isOwed()).isFalse();
    }

    private void owe() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            Checkpoint.owe(connection);
            connection.commit();
        }
    }

    @Test
    void whoeverReadsWhatIsOlderKeepsItAndNobodyIsHeldUp() throws SQLException {
        try (Connection reader = pool.getConnection()) {
            reader.setReadOnly(true);
            reader.setAutoCommit(false);
            assertThat(number(reader, "SELECT count(*) FROM entry", 1)).isEqualTo(50);
            write(50);
            int before = log("log");
            checkpoint.shorten(10);
            write(1);
            assertThat(log("log")).isGreaterThan(before);
            assertThat(number(reader, "SELECT count(*) FROM entry", 1)).isEqualTo(50);
            reader.rollback();
        }
        checkpoint.shorten(10);
        assertThat(log("checkpointed")).isEqualTo(log("log"));
    }

    @Test
    void whatWasDeletedIsInNoFileAnyMoreOnceTheLogIsCut() throws Exception {
        run("INSERT INTO entry (body) VALUES (CAST('canary' AS BLOB))");
        run("DELETE FROM entry WHERE body = CAST('canary' AS BLOB)");
        assertThat(bytes("test.db-wal")).contains("canary");
        checkpoint.shorten(10);
        assertThat(bytes("test.db-wal")).contains("canary");

        assertThat(checkpoint.truncate()).isTrue();
        assertThat(folder.resolve("test.db-wal")).isEmptyFile();
        assertThat(bytes("test.db")).doesNotContain("canary");
    }

    @Test
    void theLogIsNotCutWhileSomebodyReadsFromIt() throws Exception {
        try (Connection reader = pool.getConnection()) {
            reader.setReadOnly(true);
            reader.setAutoCommit(false);
            assertThat(number(reader, "SELECT count(*) FROM entry", 1)).isEqualTo(50);
            write(1);
            assertThat(checkpoint.truncate()).isFalse();
            assertThat(number(reader, "SELECT count(*) FROM entry", 1)).isEqualTo(50);
            reader.rollback();
        }
        assertThat(checkpoint.truncate()).isTrue();
    }

    private String bytes(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    }

    private void write(int rows) throws SQLException {
        for (int row = 0; row < rows; row++) {
            run("INSERT INTO entry (body) VALUES (zeroblob(3000))");
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private int log(String column) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return number(connection, "PRAGMA wal_checkpoint(NOOP)", column.equals("log") ? 2 : 3);
        }
    }

    private static int number(Connection connection, String sql, int column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(column);
        }
    }
}
