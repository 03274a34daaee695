package chat.salas.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.kernel.StartRefused;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseStartTest {
    @TempDir
    Path folder;

    @MappedEntity("kek_check")
    record Row(@Id long id, byte[] wrapped) {}

    @JdbcRepository(dialect = Dialect.ANSI)
    @Requires(property = "test.database")
    interface RowRepository extends CrudRepository<Row, Long> {}

    @Singleton
    @Requires(property = "test.database")
    static class Rows {
        private final RowRepository rows;

        Rows(RowRepository rows) {
            this.rows = rows;
        }

        @Transactional
        public void saveAndFail(Row row) {
            rows.save(row);
            throw new IllegalArgumentException("after the save");
        }
    }

    private ApplicationContext start(Path data) {
        return ApplicationContext.run(Map.of("salas.data", data.toString(), "test.database", true), "test");
    }

    @Test
    void theFirstStartMakesTheTablesInAFolderThatOnlyItsOwnerCanRead() throws Exception {
        Path data = folder.resolve("new/data");
        try (ApplicationContext context = start(data)) {
            RowRepository rows = context.getBean(RowRepository.class);
            rows.deleteAll();
            rows.save(new Row(1, new byte[] {1}));
            assertThat(rows.findById(1L)).isPresent();
            assertThat(permissions(data)).isEqualTo("rwx------");
            for (String file : new String[] {"salas.db", "salas.db-wal", "salas.db-shm", ".lock"}) {
                assertThat(permissions(data.resolve(file))).as(file).isEqualTo("rw-------");
            }
        }
        assertThat(data.resolve("salas.db-wal")).doesNotExist();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aFailedTransactionLeavesNothingAndTheDatabaseWritable() {
        try (ApplicationContext context = start(folder)) {
            RowRepository rows = context.getBean(RowRepository.class);
            rows.deleteAll();
            assertThatThrownBy(() -> context.getBean(Rows.class).saveAndFail(new Row(1, new byte[] {1})))
                    .hasMessage("after the save");
            assertThat(rows.count()).isZero();
            rows.save(new Row(1, new byte[] {2}));
            assertThat(rows.count()).isOne();
        }
    }

    @Test
    void twoServersNeverShareAFolder() {
        try (ApplicationContext context = start(folder)) {
            assertThat(context.isRunning()).isTrue();
            assertThatThrownBy(() -> start(folder))
                    .hasRootCauseInstanceOf(StartRefused.class)
                    .rootCause()
                    .hasMessageEndingWith("is in use by another Salas.");
        }
        try (ApplicationContext again = start(folder)) {
            assertThat(again.isRunning()).isTrue();
        }
    }

    @Test
    void aFolderThatCannotBeMadeRefusesTheStart() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> start(file.resolve("data")))
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("cannot be written");
    }
}
