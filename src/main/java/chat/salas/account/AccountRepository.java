package chat.salas.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts, found by address or id. */
@JdbcRepository(dialect = Dialect.ANSI)
interface AccountRepository extends GenericRepository<AccountRow, Long> {
    Optional<AccountRow> findById(long id);

    Optional<AccountRow> findByEmail(String email);

    boolean existsByEmail(String email);

    @Query("""
            SELECT EXISTS (SELECT 1 FROM account
            WHERE id = :id AND administrator = 1 AND disabled_at IS NULL AND deleted_at IS NULL)""")
    boolean administers(long id);

    /** Whether an administrator remains when this account is none any more. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM account
            WHERE id <> :id AND administrator = 1 AND disabled_at IS NULL AND deleted_at IS NULL)""")
    boolean administratorBeside(long id);

    @Query("SELECT EXISTS (SELECT 1 FROM account)")
    boolean existsAny();

    /** The first one administers. 0 when the address is taken. */
    @Query("""
            INSERT INTO account (id, email, display_name, name_folded, password_hash, administrator, created_at)
            VALUES (:id, :email, :displayName, :folded, :hash, NOT EXISTS (SELECT 1 FROM account), :now)
            ON CONFLICT (email) DO NOTHING""")
    @SuppressWarnings("TooManyParameters")
    int add(long id, String email, String displayName, String folded, String hash, long now);

    @Query("UPDATE account SET display_name = :name, name_folded = :folded WHERE id = :id AND deleted_at IS NULL")
    int rename(long id, String name, String folded);

    @Query("UPDATE account SET disabled_at = :now WHERE id = :id AND disabled_at IS NULL AND deleted_at IS NULL")
    int disable(long id, long now);

    @Query("UPDATE account SET disabled_at = NULL WHERE id = :id AND disabled_at IS NOT NULL AND deleted_at IS NULL")
    int enable(long id);

    @Query("""
            UPDATE account SET administrator = :administrator
            WHERE id = :id AND administrator <> :administrator AND deleted_at IS NULL""")
    int appoint(long id, boolean administrator);

    /** Never backwards. */
    @Query("""
            UPDATE account SET last_seen_at = :at WHERE COALESCE(last_seen_at, 0) < :at
            AND id = (SELECT account_id FROM session WHERE id = :sessionId)""")
    int seenBySession(long sessionId, long at);

    /** Never backwards. */
    @Query("""
            UPDATE account SET last_seen_at = :at WHERE COALESCE(last_seen_at, 0) < :at
            AND id = (SELECT account_id FROM api_token WHERE id = :tokenId)""")
    int seenByToken(long tokenId, long at);

    @Query("UPDATE account SET locale = :locale WHERE id = :id AND deleted_at IS NULL")
    int speak(long id, @Nullable String locale);

    @Query("UPDATE account SET password_hash = :hash WHERE id = :id AND deleted_at IS NULL")
    int setPassword(long id, String hash);

    /** 0 when the password is another one than before by now. */
    @Query("UPDATE account SET password_hash = :hash WHERE id = :id AND password_hash = :before AND deleted_at IS NULL")
    int replacePassword(long id, @Nullable String before, String hash);

    @Query("""
            UPDATE account SET email = NULL, password_hash = NULL, display_name = :name, name_folded = :folded,
            locale = NULL, last_seen_at = NULL, administrator = 0, deleted_at = :now
            WHERE id = :id AND deleted_at IS NULL""")
    int anonymise(long id, String name, String folded, long now);
}
