package chat.salas.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** API tokens, found by their hash. */
@JdbcRepository(dialect = Dialect.ANSI)
interface TokenRepository extends GenericRepository<TokenRow, Long> {
    TokenRow save(TokenRow token);

    @Query("""
            SELECT t.id, t.account_id, a.display_name, a.administrator FROM api_token t
            JOIN account a ON a.id = t.account_id WHERE t.token_hash = :hash AND a.deleted_at IS NULL AND a.disabled_at IS NULL""")
    Optional<Owner> findOwner(byte[] hash);

    Optional<TokenRow> findById(long id);

    List<TokenRow> findByAccountIdOrderByIdDesc(long accountId);

    long countByAccountId(long accountId);

    @Query("DELETE FROM api_token WHERE id = :id")
    int end(long id);

    @Query("UPDATE api_token SET last_used_at = :at WHERE id = :id AND COALESCE(last_used_at, 0) < :at")
    int use(long id, long at);
}
