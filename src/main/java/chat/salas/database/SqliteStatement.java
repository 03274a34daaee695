package chat.salas.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.jdbc4.JDBC4Statement;

/** A statement that asks its connection for the right to run. */
final class SqliteStatement extends JDBC4Statement {
    private final SqliteConnection connection;

    SqliteStatement(SqliteConnection connection) {
        super(connection);
        this.connection = connection;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return connection.run(connection.writes(sql), () -> super.execute(sql));
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return connection.run(connection.writes(sql), () -> super.executeQuery(sql));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return connection.run(connection.writes(sql), () -> super.executeLargeUpdate(sql));
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return connection.run(true, super::executeLargeBatch);
    }
}
