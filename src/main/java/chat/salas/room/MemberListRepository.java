package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of one room, searched, filtered and sorted where they lie. One statement for every order: numbers are turned
 * around by their sign, names by a second key.
 */
@JdbcRepository(dialect = Dialect.ANSI)
interface MemberListRepository extends GenericRepository<RoomRow, Long> {
    String FOUND = """
            FROM membership m JOIN account a ON a.id = m.account_id
            LEFT JOIN authored w ON w.room_id = m.room_id AND w.account_id = m.account_id
            WHERE m.room_id = :roomId AND (:role = '' OR m.role = :role)
                AND (:mutedAt = 0 OR m.muted_until > :mutedAt) AND a.name_folded LIKE :like ESCAPE '\\'
            """;

    /** One row. */
    @Introspected
    record Found(
            long accountId,
            String displayName,
            Role role,
            long joinedAt,
            @Nullable Long mutedUntil,
            @Nullable Long lastSeenAt,
            @Nullable Long messages,
            @Nullable Long bytes) {}

    @Query(value = """
                    SELECT m.account_id, a.display_name, m.role, m.joined_at, m.muted_until, a.last_seen_at, w.messages, w.bytes
                    """ + FOUND + """
                    ORDER BY :sign * (CASE :sort
                            WHEN 'ROLE' THEN CASE m.role WHEN 'OWNER' THEN 0 WHEN 'ADMIN' THEN 1 ELSE 2 END
                            WHEN 'JOINED' THEN m.joined_at
                            WHEN 'SEEN' THEN COALESCE(a.last_seen_at, 0)
                            WHEN 'MESSAGES' THEN COALESCE(w.messages, 0)
                            WHEN 'STORAGE' THEN COALESCE(w.bytes, 0)
                            WHEN 'MUTED' THEN COALESCE(m.muted_until, 0)
                            ELSE 0 END),
                        CASE WHEN :sort = 'NAME' AND :sign < 0 THEN a.name_folded ELSE '' END DESC,
                        a.name_folded, m.account_id
                    LIMIT :limit OFFSET :offset
                    """)
    List<Found> rows(
            long roomId, String like, String role, long mutedAt, String sort, int sign, int limit, long offset);

    @Query(value = "SELECT COUNT(*) " + FOUND)
    int count(long roomId, String like, String role, long mutedAt);
}
