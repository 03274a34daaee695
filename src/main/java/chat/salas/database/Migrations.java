package chat.salas.database;

import chat.salas.kernel.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Has Flyway bring the schema up to date, when there is something to do: a look into its table costs a start a millisecond,
 * Flyway itself a tenth of it and as much of the memory.
 */
final class Migrations {
    /** In the order of their numbers; never changed once released. */
    static final List<String> SCRIPTS = List.of("V1__foundation.sql", "V2__ruling.sql", "V3__search.sql");

    static final String FOLDER = "/db/migration/sqlite/";

    private Migrations() {}

    /** @throws StartRefused when the database's past is not this Salas's own */
    static void run(DataSource database) throws SQLException {
        if (done(database) < SCRIPTS.size()) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:" + FOLDER)
                    .load()
                    .migrate();
        }
    }

    /** How many scripts the database has seen. */
    private static int done(DataSource database) throws SQLException {
        int done = 0;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (hasHistory(statement)) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT script, checksum, success FROM flyway_schema_history ORDER BY installed_rank")) {
                    while (rows.next()) {
                        expect(done++, rows.getString(1), rows.getInt(2), rows.getBoolean(3));
                    }
                }
            }
        }
        return done;
    }

    private static boolean hasHistory(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'flyway_schema_history'")) {
            return rows.next();
        }
    }

    private static void expect(int number, String script, int checksum, boolean success) {
        if (number >= SCRIPTS.size()) {
            throw new StartRefused("The database was made by a newer Salas (it has seen " + script + ").");
        }
        if (!success || !script.equals(SCRIPTS.get(number)) || checksum != checksum(read(script))) {
            throw new StartRefused("The database's schema is not this Salas's own (" + script + " differs).");
        }
    }

    private static String read(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + script)) {
            if (in == null) {
                throw new IllegalStateException("no " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Flyway's: of the lines, without what ends them. */
    private static int checksum(String sql) {
        CRC32 checksum = new CRC32();
        sql.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }
}
