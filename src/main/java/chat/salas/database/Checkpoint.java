package chat.salas.database;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Moves what the write-ahead log holds into the database file, and empties the log. At the end SQLite does so by itself. */
@Singleton
public final class Checkpoint {
    private final DataSource database;

    Checkpoint(DataSource database) {
        // Micronaut's own wrapper serves only inside its connection scopes
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    /** Leaves no old page in the log, so that what was deleted is gone from there too. Waits for readers, at most 5 s. */
    public void truncate() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}
