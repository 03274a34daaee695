package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Who could own a room. */
@JdbcRepository(dialect = Dialect.ANSI)
interface HeirRepository extends GenericRepository<RoomRow, Long> {
    /** A row. */
    @Introspected
    record Found(long id, String displayName, Role role) {}

    @Query("""
            SELECT a.id, a.display_name, m.role FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.room_id = :roomId AND m.role <> 'OWNER' AND a.deleted_at IS NULL AND a.disabled_at IS NULL
                AND a.name_folded LIKE :like ESCAPE '\\'
            ORDER BY m.role, a.name_folded, a.id LIMIT :limit""")
    List<Found> find(long roomId, String like, int limit);

    @Query("SELECT account_id FROM membership WHERE room_id = :roomId AND role = 'OWNER'")
    Optional<Long> owner(long roomId);
}
