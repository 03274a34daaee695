package chat.salas.database;

import chat.salas.kernel.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Brings the schema up to date: each script once, in order, each in a transaction of its own. Keeps Flyway's table with
 * Flyway's checksums, so that its tools can read and repair a database of ours.
 */
final class Migrations {
    /** In the order of their numbers; never changed once released. */
    static final List<String> SCRIPTS = List.of("V1__foundation.sql", "V2__ruling.sql", "V3__search.sql");

    static final String FOLDER = "/db/migration/sqlite/";

    private static final String HISTORY = """
            CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
                "installed_rank" INT NOT NULL PRIMARY KEY,
                "version" VARCHAR(50),
                "description" VARCHAR(200) NOT NULL,
                "type" VARCHAR(20) NOT NULL,
                "script" VARCHAR(1000) NOT NULL,
                "checksum" INT,
                "installed_by" VARCHAR(100) NOT NULL,
                "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
                "execution_time" INT NOT NULL,
                "success" BOOLEAN NOT NULL
            );
            CREATE INDEX IF NOT EXISTS "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
            """;
    private static final String DONE = "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
            + " script, checksum, installed_by, execution_time, success) VALUES (?, ?, ?, 'SQL', ?, ?, '', 0, 1)";

    private final Connection connection;

    private Migrations(Connection connection) {
        this.connection = connection;
    }

    /** @throws StartRefused when the database's past is not this Salas's own */
    static void run(Connection connection) throws SQLException {
        new Migrations(connection).run();
    }

    private void run() throws SQLException {
        connection.setAutoCommit(false);
        int done = done();
        if (done < SCRIPTS.size()) {
            execute(HISTORY);
        }
        for (int i = done; i < SCRIPTS.size(); i++) {
            apply(i + 1, SCRIPTS.get(i));
        }
        connection.rollback();
    }

    /** How many scripts the database has seen. */
    private int done() throws SQLException {
        int done = 0;
        if (hasHistory()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT script, checksum, success FROM flyway_schema_history ORDER BY installed_rank")) {
                while (rows.next()) {
                    expect(done++, rows.getString(1), rows.getInt(2), rows.getBoolean(3));
                }
            }
        }
        return done;
    }

    private boolean hasHistory() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
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

    private void apply(int number, String script) throws SQLException {
        String sql = read(script);
        execute(sql);
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setInt(1, number);
            done.setString(2, Integer.toString(number));
            done.setString(3, description(script));
            done.setString(4, script);
            done.setInt(5, checksum(sql));
            done.executeUpdate();
        }
        connection.commit();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String description(String script) {
        return script.substring(script.indexOf("__") + 2, script.length() - ".sql".length())
                .replace('_', ' ');
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
    static int checksum(String sql) {
        CRC32 checksum = new CRC32();
        sql.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }
}
