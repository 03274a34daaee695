package chat.salas.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A prepared statement that asks its connection for the right to run, and that its connection keeps for the next who needs the
 * same: with nothing bound to it any more and no row open.
 */
final class SqlitePreparedStatement extends JDBC4PreparedStatement {
    private final SqliteConnection connection;
    private final String text;
    private final boolean worth;

    SqlitePreparedStatement(SqliteConnection connection, String sql) throws SQLException {
        super(connection, sql);
        this.connection = connection;
        this.text = sql;
        this.worth = KeptStatements.isWorth(sql);
    }

    String text() {
        return text;
    }

    @Override
    public boolean execute() throws SQLException {
        return connection.run(connection.writes(text), super::execute);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return connection.run(connection.writes(text), super::executeQuery);
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return connection.run(connection.writes(text), super::executeLargeUpdate);
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return connection.run(connection.writes(text), super::executeLargeBatch);
    }

    /** Back to the connection; the pool sees to it that nobody closes what another has taken since. */
    @Override
    public void close() throws SQLException {
        if (!worth || !isSpotless() || !connection.kept().give(this)) {
            dismiss();
        }
    }

    /** For good. */
    void dismiss() throws SQLException {
        super.close();
    }

    private boolean isSpotless() throws SQLException {
        if (pointer.isClosed() || isCloseOnCompletion() || connection.isClosed()) {
            return false;
        }
        rs.close();
        pointer.safeRunConsume(DB::reset);
        clearBatch();
        clearParameters();
        setMaxRows(0);
        setQueryTimeout(0);
        return true;
    }
}
