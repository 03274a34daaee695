package chat.salas.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A prepared statement that asks its connection for the right to run. */
final class SqlitePreparedStatement extends JDBC4PreparedStatement {
    private final SqliteConnection connection;
    private final String text;

    SqlitePreparedStatement(SqliteConnection connection, String sql) throws SQLException {
        super(connection, sql);
        this.connection = connection;
        this.text = sql;
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
}
