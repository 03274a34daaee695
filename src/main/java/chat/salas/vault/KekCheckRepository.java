package chat.salas.vault;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface KekCheckRepository extends GenericRepository<KekCheckRow, Long> {
    @Query("SELECT * FROM kek_check WHERE id = 1")
    Optional<KekCheckRow> find();

    @Query("INSERT INTO kek_check (id, wrapped) VALUES (1, :wrapped)")
    int save(byte[] wrapped);
}
