package chat.salas.message;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Statements over numbers alone, inside somebody's transaction. */
final class Statements {
    private final Connection connection;

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** The first column of the first row; 0 when it is null or there is none. */
    long number(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values);
                ResultSet found = statement.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /** The first two columns of the only row. */
    Tally tally(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return new Tally(found.getLong(1), found.getLong(2));
        }
    }

    void update(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement bound(String sql, long... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        return statement;
    }
}
