package chat.salas.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Links that let somebody set a new password, found by the hash of their token. */
@JdbcRepository(dialect = Dialect.ANSI)
interface ResetRepository extends GenericRepository<ResetRow, byte[]> {
    ResetRow save(ResetRow row);

    /** Only of an account that one can sign in to. */
    @Query("""
            SELECT a.* FROM password_reset p JOIN account a ON a.id = p.account_id
            WHERE p.token_hash = :hash AND p.expires_at > :now AND a.deleted_at IS NULL AND a.disabled_at IS NULL""")
    Optional<AccountRow> owner(byte[] hash, long now);

    @Query("DELETE FROM password_reset WHERE token_hash = :hash AND expires_at > :now")
    int use(byte[] hash, long now);

    @Query("DELETE FROM password_reset WHERE account_id = :accountId")
    int forget(long accountId);

    @Query("DELETE FROM password_reset WHERE expires_at <= :now")
    int forgetExpired(long now);

    @Query("SELECT COUNT(*) FROM password_reset WHERE account_id = :accountId AND expires_at > :now")
    int standing(long accountId, long now);

    @Query("SELECT EXISTS (SELECT 1 FROM password_reset WHERE account_id = :accountId AND expires_at > :since)")
    boolean madeSince(long accountId, long since);
}
