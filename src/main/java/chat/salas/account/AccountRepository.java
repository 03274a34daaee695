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

    @Query("SELECT EXISTS (SELECT 1 FROM account)")
    boolean existsAny();

    /** The first one administers. 0 when the address is taken. */
    @Query("""
            INSERT INTO account (id, email, display_name, password_hash, administrator, created_at)
            VALUES (:id, :email, :displayName, :hash, NOT EXISTS (SELECT 1 FROM account), :now)
            ON CONFLICT (email) DO NOTHING""")
    int add(long id, String email, String displayName, String hash, long now);

    @Query("UPDATE account SET display_name = :name WHERE id = :id AND deleted_at IS NULL")
    int rename(long id, String name);

    @Query("UPDATE account SET locale = :locale WHERE id = :id AND deleted_at IS NULL")
    int speak(long id, @Nullable String locale);

    @Query("UPDATE account SET password_hash = :hash WHERE id = :id AND deleted_at IS NULL")
    int setPassword(long id, String hash);

    @Query("""
            UPDATE account SET email = NULL, password_hash = NULL, display_name = :name, locale = NULL,
            administrator = 0, deleted_at = :now WHERE id = :id AND deleted_at IS NULL""")
    int anonymise(long id, String name, long now);
}
