package chat.salas.database;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection whose transactions begin at their first statement: read-only ones as they come, all others after they got
 * {@link WriteLock their turn to write}, which they keep until they end, however they end. So nobody meets SQLITE_BUSY.
 */
final class SqliteConnection extends JDBC4Connection {
    /** These take their turn as if they wrote: they keep all others from writing. */
    static final String TRUNCATE = "PRAGMA wal_checkpoint(TRUNCATE)";

    static final String RESTART = "PRAGMA wal_checkpoint(RESTART)";

    private static final String PRAGMAS = """
            PRAGMA busy_timeout = 5000;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA secure_delete = ON;
            PRAGMA trusted_schema = OFF;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -4096;
            PRAGMA mmap_size = 0;
            PRAGMA wal_autocheckpoint = 64000;
            PRAGMA journal_size_limit = 268435456;
            """;

    private final WriteLock lock;
    private final KeptStatements kept = new KeptStatements();
    private boolean readOnly;
    private boolean begun;
    private boolean writing;

    SqliteConnection(Path file, WriteLock lock) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), new Properties());
        this.lock = lock;
        // ids are ours: the driver would ask for the last one after each insert
        getConnectionConfig().setGetGeneratedKeys(false);
        getDatabase()._exec(PRAGMAS);
    }

    /** What a statement does with the database. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs a statement inside the transaction; in auto-commit mode a writing one takes its turn for itself. */
    <T> T run(boolean writes, Work<T> work) throws SQLException {
        if (!getAutoCommit()) {
            begin(writes);
            return work.run();
        }
        return writes && !writing ? alone(work) : work.run();
    }

    private <T> T alone(Work<T> work) throws SQLException {
        startWriting();
        try {
            return work.run();
        } finally {
            stopWriting();
        }
    }

    private void begin(boolean writes) throws SQLException {
        if (readOnly && writes) {
            throw new SQLException("a read-only transaction cannot write");
        }
        if (begun) {
            return;
        }
        if (!readOnly) {
            startWriting();
        }
        try {
            getDatabase().exec(readOnly ? "begin" : "begin immediate", false);
            begun = true;
        } finally {
            if (!begun) {
                stopWriting();
            }
        }
    }

    private void startWriting() throws SQLException {
        lock.acquire();
        writing = true;
    }

    private void stopWriting() {
        if (writing) {
            writing = false;
            lock.release();
        }
    }

    private void end() {
        begun = false;
        stopWriting();
    }

    /** Ends the transaction. One that cannot be committed is rolled back, so that it holds up nobody. */
    @Override
    public void commit() throws SQLException {
        requireTransaction();
        if (!begun) {
            return;
        }
        try {
            getDatabase().exec("commit", false);
            end();
        } catch (SQLException e) {
            rollback();
            throw e;
        }
    }

    @Override
    public void rollback() throws SQLException {
        requireTransaction();
        if (!begun) {
            return;
        }
        try {
            getDatabase()._exec("rollback");
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some errors (full disk, for one): then there is nothing left to
            // undo
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        } finally {
            end();
        }
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        checkOpen();
        if (autoCommit && !getAutoCommit()) {
            commit();
        }
        getConnectionConfig().setAutoCommit(autoCommit);
    }

    @Override
    public void close() throws SQLException {
        kept.close();
        try {
            super.close();
        } finally {
            end();
        }
    }

    /** Unlike the driver's own, can be changed between transactions: the pool's connections serve readers and writers. */
    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        if (begun && readOnly != this.readOnly) {
            throw new SQLException("a transaction that has begun cannot become read-only or writing");
        }
        this.readOnly = readOnly;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        requireTransaction();
        begin(false);
        return super.setSavepoint();
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        requireTransaction();
        begin(false);
        return super.setSavepoint(name);
    }

    private void requireTransaction() throws SQLException {
        checkOpen();
        if (getAutoCommit()) {
            throw new SQLException("in auto-commit mode there is no transaction");
        }
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        return new SqliteStatement(this);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        SqlitePreparedStatement free = kept.take(sql);
        return free != null ? free : new SqlitePreparedStatement(this, sql);
    }

    KeptStatements kept() {
        return kept;
    }

    /** Whether the statement may change the database; WITH counts as reading where nothing may be written anyway. */
    boolean writes(String sql) {
        String start = sql.stripLeading();
        if (start.equals(TRUNCATE) || start.equals(RESTART)) {
            return true;
        }
        return !startsWith(start, "select")
                && !startsWith(start, "pragma")
                && !startsWith(start, "explain")
                && !(readOnly && startsWith(start, "with"));
    }

    private static boolean startsWith(String sql, String word) {
        return sql.regionMatches(true, 0, word, 0, word.length());
    }
}
