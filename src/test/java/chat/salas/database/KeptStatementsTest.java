package chat.salas.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class KeptStatementsTest {
    private static final String NEWER = "SELECT id FROM entry WHERE id > ? ORDER BY id";

    @TempDir
    Path folder;

    private HikariDataSource pool;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new SqliteDataSource(folder.resolve("test.db"), new WriteLock(Duration.ofSeconds(2))));
        config.setMaximumPoolSize(2);
        pool = new HikariDataSource(config);
        connection = pool.getConnection();
        run("CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT) STRICT");
        run("INSERT INTO entry (id) VALUES (1), (2), (3)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        pool.close();
    }

    @Test
    void whatIsClosedServesTheNextWhoNeedsTheSame() throws SQLException {
        SqlitePreparedStatement first = usedOnce(0);
        SqlitePreparedStatement second = usedOnce(2);
        assertThat(second).isSameAs(first);
        assertThat(kept().size()).isOne();
    }

    @Test
    void twoAtTheSameTimeAreTwo() throws SQLException {
        try (PreparedStatement one = connection.prepareStatement(NEWER);
                PreparedStatement other = connection.prepareStatement(NEWER)) {
            assertThat(inner(one)).isNotSameAs(inner(other));
            one.setLong(1, 0);
            other.setLong(1, 2);
            try (ResultSet ones = one.executeQuery();
                    ResultSet others = other.executeQuery()) {
                assertThat(ones.next()).isTrue();
                assertThat(others.next()).isTrue();
                assertThat(ones.getLong(1)).isEqualTo(1);
                assertThat(others.getLong(1)).isEqualTo(3);
            }
        }
        assertThat(kept().size()).isOne();
    }

    @Test
    void nothingThatWasBoundIsLeft() throws SQLException {
        String echo = "SELECT ?";
        try (PreparedStatement bound = connection.prepareStatement(echo)) {
            bound.setString(1, "canary");
            assertThat(echoed(bound)).isEqualTo("canary");
        }
        assertThat(kept().size()).isOne();
        try (PreparedStatement unbound = connection.prepareStatement(echo)) {
            assertThat(echoed(unbound)).isNull();
        }
    }

    @Test
    void whatWasNotReadToItsEndHoldsNobodyUp() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWER)) {
            statement.setLong(1, 0);
            assertThat(statement.executeQuery().next()).isTrue();
        }
        assertThat(kept().size()).isOne();
        try (Connection other = pool.getConnection();
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void whoClosesTwiceDoesNotCloseWhatAnotherHasTakenSince() throws SQLException {
        PreparedStatement first = connection.prepareStatement(NEWER);
        first.close();
        try (PreparedStatement second = connection.prepareStatement(NEWER)) {
            assertThat(second).isNotSameAs(first);
            first.close();
            second.setLong(1, 2);
            assertThat(second.executeQuery().next()).isTrue();
        }
    }

    @Test
    void onlySoManyAreKeptAndTheOneNotUsedForLongestGoes() throws SQLException {
        SqlitePreparedStatement eldest = usedOnce(0);
        for (int i = 0; i < 2 * KeptStatements.MOST; i++) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT " + i)) {
                assertThat(statement.executeQuery().next()).isTrue();
            }
        }
        assertThat(kept().size()).isEqualTo(KeptStatements.MOST);
        assertThat(eldest.isClosed()).isTrue();
        assertThat(usedOnce(0)).isNotSameAs(eldest);
    }

    @Test
    void anotherSchemaIsNoticed() throws SQLException {
        String all = "SELECT * FROM entry WHERE id = 1";
        assertThat(columns(all)).isEqualTo(2);
        run("ALTER TABLE entry ADD COLUMN more INTEGER");
        assertThat(columns(all)).isEqualTo(3);
    }

    @Test
    void whatChangesTheSchemaIsNotKept() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("CREATE TABLE more (id INTEGER)")) {
            statement.execute();
        }
        assertThat(kept().size()).isZero();
    }

    private int columns(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.getMetaData().getColumnCount();
        }
    }

    private static String echoed(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private SqlitePreparedStatement usedOnce(long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWER)) {
            statement.setLong(1, after);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(after + 1);
            }
            return inner(statement);
        }
    }

    private static SqlitePreparedStatement inner(PreparedStatement statement) throws SQLException {
        return statement.unwrap(SqlitePreparedStatement.class);
    }

    private KeptStatements kept() throws SQLException {
        return connection.unwrap(SqliteConnection.class).kept();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
