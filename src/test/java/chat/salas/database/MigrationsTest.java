package chat.salas.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
    private final WriteLock lock = new WriteLock(Duration.ofSeconds(5));

    @TempDir
    Path folder;

    private Connection open() throws SQLException {
        return new SqliteConnection(folder.resolve("salas.db"), lock);
    }

    private void migrate() throws SQLException {
        Migrations.run(new SqliteDataSource(folder.resolve("salas.db"), lock));
    }

    private List<String> history() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = open();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT version || ' ' || description || ' ' || checksum"
                                + " FROM flyway_schema_history ORDER BY installed_rank")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = open()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    @Test
    void everyScriptOfTheFolderIsInTheList() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources" + Migrations.FOLDER))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Migrations.SCRIPTS);
        }
    }

    @Test
    void eachScriptRunsOnce() throws Exception {
        migrate();
        List<String> first = history();
        assertThat(first)
                .startsWith("1 foundation -1732593219", "2 ruling -1984406983", "3 search 1426356135")
                .hasSize(Migrations.SCRIPTS.size());
        migrate();
        assertThat(history()).isEqualTo(first);
    }

    @Test
    void aDatabaseThatHasSeenTheFirstScriptsGetsTheRest() throws Exception {
        migrate();
        change("DELETE FROM flyway_schema_history WHERE installed_rank = 3");
        change("DROP TABLE search_part; DROP TABLE search_progress; DROP TABLE search_todo");
        migrate();
        assertThat(history()).hasSize(Migrations.SCRIPTS.size());
    }

    @Test
    void refusesADatabaseOfANewerSalas() throws Exception {
        migrate();
        change(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 0, 1)");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(StartRefused.class)
                .hasMessage("The database was made by a newer Salas (it has seen V99__later.sql).");
    }

    @Test
    void refusesADatabaseWhosePastIsAnother() throws Exception {
        migrate();
        change("UPDATE flyway_schema_history SET checksum = 1 WHERE installed_rank = 2");
        assertThatThrownBy(this::migrate)
                .isInstanceOf(StartRefused.class)
                .hasMessage("The database's schema is not this Salas's own (V2__ruling.sql differs).");
    }
}
