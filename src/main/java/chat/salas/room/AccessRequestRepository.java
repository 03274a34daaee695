package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asks to be let in where. */
@JdbcRepository(dialect = Dialect.ANSI)
interface AccessRequestRepository extends GenericRepository<AccessRequestRow, Long> {
    /** A request with the name of who asks; without a byte of words when nothing was said. */
    @Introspected
    record Named(
            long id,
            long roomId,
            long accountId,
            long createdAt,
            @Nullable Integer keyVersion,
            byte[] words,
            String displayName) {
        AccessRequestRow row() {
            return new AccessRequestRow(id, roomId, accountId, createdAt, keyVersion, words);
        }
    }

    /** Somebody about whom is decided. */
    @Introspected
    record Asking(long accountId, String displayName, int bans) {
        boolean banned() {
            return bans > 0;
        }
    }

    AccessRequestRow save(AccessRequestRow row);

    int countByRoomId(long roomId);

    @Query("DELETE FROM access_request WHERE room_id = :roomId AND account_id = :accountId")
    int remove(long roomId, long accountId);

    @Query("DELETE FROM access_request WHERE account_id = :accountId")
    int forget(long accountId);

    @Query("SELECT room_id FROM access_request WHERE account_id = :accountId")
    List<Long> roomsAskedBy(long accountId);

    @Query("""
            SELECT q.id, q.room_id, q.account_id, q.created_at, q.key_version, COALESCE(q.words, X'') AS words,
                a.display_name
            FROM access_request q JOIN account a ON a.id = q.account_id
            WHERE q.room_id = :roomId ORDER BY q.id LIMIT :limit""")
    List<Named> of(long roomId, int limit);

    @Query("""
            SELECT q.account_id, a.display_name, (b.account_id IS NOT NULL) AS bans
            FROM access_request q JOIN account a ON a.id = q.account_id
            LEFT JOIN ban b ON b.room_id = q.room_id AND b.account_id = q.account_id
                AND (b.ends_at IS NULL OR b.ends_at > :now)
            WHERE q.room_id = :roomId AND q.account_id = :accountId""")
    Optional<Asking> find(long roomId, long accountId, long now);
}
