package chat.salas.database;

import chat.salas.kernel.StartRefused;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;

/** Gives the connection pool our own source of connections, to a database that is up to date. */
@Singleton
final class SqliteSetup implements BeanCreatedEventListener<DatasourceConfiguration> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataFolder folder;
    private final WriteLock lock = new WriteLock(PATIENCE);

    SqliteSetup(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        try {
            pool.setDataSource(migrated(new SqliteDataSource(folder.secureFile("salas.db"), lock)));
        } catch (IOException e) {
            throw new StartRefused("The database in " + folder.path() + " cannot be opened ("
                    + e.getClass().getSimpleName() + ").");
        }
        return pool;
    }

    private static SqliteDataSource migrated(SqliteDataSource source) {
        try {
            Migrations.run(source);
            return source;
        } catch (SQLException | FlywayException e) {
            throw new IllegalStateException("the database cannot be migrated", e);
        }
    }
}
