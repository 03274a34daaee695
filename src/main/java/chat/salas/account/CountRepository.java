package chat.salas.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** How much there is. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CountRepository extends GenericRepository<AccountRow, Long> {
    @Query("SELECT COUNT(*) FROM account WHERE deleted_at IS NULL")
    long people();

    @Query("SELECT COUNT(*) FROM room WHERE deleted_at IS NULL")
    long rooms();

    @Query("SELECT COALESCE(SUM(messages), 0) FROM authored")
    long messages();
}
