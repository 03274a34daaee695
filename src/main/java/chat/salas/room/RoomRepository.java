package chat.salas.room;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rooms, plain and as one account sees them. The latter are one query however many rooms. */
@JdbcRepository(dialect = Dialect.ANSI)
interface RoomRepository extends GenericRepository<RoomRow, Long> {
    String GLANCE = """
            SELECT r.id, r.slug, r.name, r.topic, r.encryption, r.listed, r.allow_images, r.allow_videos, r.allow_files,
                r.max_upload_bytes, r.messages_per_minute, r.retention_days, r.newcomers_see_history, r.created_at,
                r.cleared_seq, r.members, r.last_seq, m.role, m.read_seq, m.from_seq, m.muted_until,
                (b.account_id IS NOT NULL) AS banned, b.ends_at AS banned_until,
                (q.account_id IS NOT NULL) AS requested,
                CASE WHEN m.role IN ('OWNER', 'ADMIN')
                    THEN (SELECT COUNT(*) FROM access_request o WHERE o.room_id = r.id) ELSE 0 END AS requests,
                (r.id IN (SELECT i.room_id FROM invite i JOIN account a ON a.email = i.email
                    WHERE a.id = :me AND i.revoked_at IS NULL AND i.uses < i.max_uses AND i.expires_at > :now)) AS invited
            FROM room r
            LEFT JOIN membership m ON m.room_id = r.id AND m.account_id = :me
            LEFT JOIN access_request q ON q.room_id = r.id AND q.account_id = :me
            LEFT JOIN ban b ON b.room_id = r.id AND b.account_id = :me AND (b.ends_at IS NULL OR b.ends_at > :now)
            """;

    RoomRow save(RoomRow room);

    Optional<RoomRow> findById(long id);

    boolean existsBySlug(String slug);

    @Query("SELECT id FROM room WHERE slug = :slug AND deleted_at IS NULL")
    Optional<Long> idOf(String slug);

    @Query("SELECT last_seq FROM room WHERE id = :id")
    Optional<Long> lastSeq(long id);

    @Query(value = GLANCE + "WHERE r.slug = :slug AND r.deleted_at IS NULL")
    Optional<Glance> glance(String slug, long me, long now);

    @Query(value = GLANCE + "WHERE r.id = :id AND r.deleted_at IS NULL")
    Optional<Glance> glance(long id, long me, long now);

    /** What {@link RoomPolicy} lets everybody see; by name. */
    @Query(value = GLANCE + """
                    WHERE (r.listed = 1 OR m.role IS NOT NULL) AND r.deleted_at IS NULL AND r.name_folded LIKE :like ESCAPE '\\'
                    ORDER BY r.name_folded, r.id LIMIT :limit OFFSET :offset
                    """)
    List<Glance> directory(String like, long me, long now, int limit, long offset);

    @Query(value = GLANCE + """
                    WHERE r.id IN (SELECT room_id FROM membership WHERE account_id = :me) AND r.deleted_at IS NULL
                    ORDER BY r.name_folded, r.id LIMIT :limit
                    """)
    List<Glance> mine(long me, long now, int limit);
}
