package chat.salas.database;

import chat.salas.kernel.Problem.Unavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Moves what the write-ahead log holds into the database file. At the end SQLite does so by itself. */
@Singleton
public final class Checkpoint {
    private static final int ATTEMPTS = 60;
    private static final String NOTHING = "PRAGMA wal_checkpoint(NOOP)";
    private static final String PASSIVE = "PRAGMA wal_checkpoint(PASSIVE)";
    private static final String AS_USUAL = "PRAGMA busy_timeout = 5000";

    /** Counts what was erased since all was settled; 0 when nothing was. */
    private static final String OWED = "PRAGMA user_version";

    /** 40 MiB. */
    private static final int LONG = 10_000;

    /** What is written anew in well under a second. */
    private static final long SMALL = 64L << 20;

    private final DataSource database;

    Checkpoint(DataSource database) {
        // Micronaut's own wrapper serves only inside its connection scopes
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    /** Inside the transaction that erases something: that it must be settled is known until it is, also after a crash. */
    public static void owe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(OWED + " = " + (number(statement, OWED) % Integer.MAX_VALUE + 1));
        }
    }

    /**
     * Whether something was erased and is not settled.
     *
     * @throws Unavailable when the database does not tell
     */
    public boolean isOwed() {
        try {
            return owed() != 0;
        } catch (SQLException failed) {
            throw unavailable();
        }
    }

    private long owed() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return number(statement, OWED);
        }
    }

    /** Unless something more was erased meanwhile. */
    private void paid(long owed) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (owed != 0 && number(statement, OWED) == owed) {
                statement.execute(OWED + " = 0");
            }
            connection.commit();
        }
    }

    /**
     * Sees to it that what was deleted is in no file any more: writes a small database anew, as SQLite leaves copies of rows
     * behind in the unused middle of pages that it once split, and empties the log. Whoever still reads from the log is waited
     * for, about a minute at most; others write meanwhile.
     *
     * @throws Unavailable when the log is still not empty then
     */
    public void settle() {
        try {
            long owed = owed();
            rewriteIfSmall();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (truncate()) {
                    paid(owed);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (SQLException failed) {
            throw unavailable();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("What was erased still lies in the database's log.");
    }

    private static Unavailable unavailable() {
        return new Unavailable("The database is unavailable.");
    }

    /** A large one would hold up everybody for too long, and memory besides. */
    private void rewriteIfSmall() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (number(statement, "PRAGMA page_count") <= SMALL / number(statement, "PRAGMA page_size")) {
                statement.execute("VACUUM");
            }
        }
    }

    private static long number(Statement statement, String pragma) throws SQLException {
        try (ResultSet row = statement.executeQuery(pragma)) {
            return row.next() ? row.getLong(1) : Long.MAX_VALUE;
        }
    }

    /**
     * Cuts the log's file to nothing, so that what was replaced or erased in passing stays no longer in what the log does not
     * write over, and a busy time's length goes back to the disk. Tries once, holding up others for half a second at most: nearly
     * all is moved before.
     *
     * @return whether the log is empty
     */
    @Scheduled(fixedDelay = "10m", initialDelay = "10m")
    boolean truncate() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            log(statement, PASSIVE);
            return !hasty(statement, 500, SqliteConnection.TRUNCATE).busy();
        }
    }

    /** Moves a long log into the file while others write, so that no commit has to wait for that. */
    @Scheduled(fixedDelay = "500ms", initialDelay = "500ms")
    void shorten() throws SQLException {
        shorten(LONG);
    }

    /** While somebody reads what is older, not all can be moved: then the log grows on, and nobody is held up for it. */
    void shorten(int pages) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (log(statement, NOTHING).pages() > pages
                    && log(statement, PASSIVE).isMoved()) {
                hasty(statement, 50, SqliteConnection.RESTART);
            }
        }
    }

    private static Log hasty(Statement statement, int milliseconds, String pragma) throws SQLException {
        statement.execute("PRAGMA busy_timeout = " + milliseconds);
        try {
            return log(statement, pragma);
        } finally {
            statement.execute(AS_USUAL);
        }
    }

    private static Log log(Statement statement, String pragma) throws SQLException {
        try (ResultSet row = statement.executeQuery(pragma)) {
            row.next();
            return new Log(row.getInt(1) != 0, row.getInt(2), row.getInt(3));
        }
    }

    /** How many pages the log holds and how many of them are in the file; {@code busy} when others kept it from being done. */
    private record Log(boolean busy, int pages, int moved) {
        boolean isMoved() {
            return !busy && moved == pages;
        }
    }
}
