package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bans. One whose end has come is none, whether its row is still there or not. */
@JdbcRepository(dialect = Dialect.ANSI)
interface BanRepository extends GenericRepository<BanRow, Long> {
    /** With the names of today; without a byte of reason when none was given. */
    @Introspected
    record Named(
            long id,
            long accountId,
            String displayName,
            long createdAt,
            @Nullable Long endsAt,
            long bannedBy,
            @Nullable String bannedByName,
            @Nullable Integer keyVersion,
            byte[] reason) {}

    BanRow save(BanRow ban);

    @Query("DELETE FROM ban WHERE room_id = :roomId AND account_id = :accountId")
    int forget(long roomId, long accountId);

    /** 1 if there was one to lift. */
    @Query("""
            DELETE FROM ban WHERE room_id = :roomId AND account_id = :accountId
            AND (ends_at IS NULL OR ends_at > :now)""")
    int lift(long roomId, long accountId, long now);

    @Query("DELETE FROM ban WHERE room_id = :roomId AND ends_at <= :now")
    int forgetEnded(long roomId, long now);

    /** Newest first. */
    @Query("""
            SELECT b.id, b.account_id, a.display_name, b.created_at, b.ends_at, COALESCE(b.banned_by, 0) AS banned_by,
                y.display_name AS banned_by_name, b.key_version,
                COALESCE(b.reason, X'') AS reason
            FROM ban b JOIN account a ON a.id = b.account_id LEFT JOIN account y ON y.id = b.banned_by
            WHERE b.room_id = :roomId AND (b.ends_at IS NULL OR b.ends_at > :now)
            ORDER BY b.created_at DESC, b.id DESC""")
    List<Named> of(long roomId, long now);

    @Query("SELECT COUNT(*) > 0 FROM account WHERE id = :accountId AND deleted_at IS NULL")
    boolean accountExists(long accountId);

    /** Who is banned asks no more. */
    @Query("DELETE FROM access_request WHERE room_id = :roomId AND account_id = :accountId")
    int forgetRequest(long roomId, long accountId);
}
