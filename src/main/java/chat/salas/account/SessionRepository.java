package chat.salas.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Sessions, found by the hash of their token. */
@JdbcRepository(dialect = Dialect.ANSI)
interface SessionRepository extends GenericRepository<SessionRow, Long> {
    SessionRow save(SessionRow session);

    /** Whose it is, unless it is too old or was not used for too long. */
    @Query("""
            SELECT s.id, s.account_id, a.display_name, a.administrator FROM session s
            JOIN account a ON a.id = s.account_id
            WHERE s.token_hash = :hash AND s.created_at > :oldest AND s.last_used_at > :idleSince
            AND a.deleted_at IS NULL AND a.disabled_at IS NULL""")
    Optional<Owner> findOwner(byte[] hash, long oldest, long idleSince);

    Optional<SessionRow> findById(long id);

    List<SessionRow> findByAccountIdOrderByIdDesc(long accountId);

    /** All but so many of the newest; a thousand at most. */
    @Query("SELECT * FROM session WHERE account_id = :accountId ORDER BY id DESC LIMIT 1000 OFFSET :newest")
    List<SessionRow> findBeyond(long accountId, int newest);

    @Query("SELECT * FROM session WHERE created_at <= :oldest OR last_used_at <= :idleSince LIMIT 1000")
    List<SessionRow> findExpired(long oldest, long idleSince);

    @Query("DELETE FROM session WHERE id = :id")
    int end(long id);

    @Query("UPDATE session SET last_used_at = :at WHERE id = :id AND last_used_at < :at")
    int use(long id, long at);
}
