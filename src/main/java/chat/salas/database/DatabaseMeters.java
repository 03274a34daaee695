package chat.salas.database;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.MeterSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;

/** How large the database's files are. */
@Singleton
final class DatabaseMeters implements MeterSource {
    private final DataFolder folder;

    DatabaseMeters(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public void tell(Exposition out) {
        out.gauge("salas_database_bytes", "Size of the database file.", size("salas.db"));
        out.gauge("salas_database_log_bytes", "Size of the write-ahead log.", size("salas.db-wal"));
    }

    private long size(String file) {
        try {
            return Files.size(folder.path().resolve(file));
        } catch (IOException absent) {
            return 0;
        }
    }
}
