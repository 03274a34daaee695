package chat.salas.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** What administrators set while the server runs. */
@JdbcRepository(dialect = Dialect.ANSI)
interface SettingRepository extends GenericRepository<SettingRow, String> {
    @Query("SELECT value FROM instance_setting WHERE name = :name")
    Optional<String> find(String name);

    @Query("""
            INSERT INTO instance_setting (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value""")
    int put(String name, String value);
}
