package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Statements that end histories and rooms. */
@JdbcRepository(dialect = Dialect.ANSI)
interface EndingRepository extends GenericRepository<RoomRow, Long> {
    /** A room that keeps what is said for some days only. */
    @Introspected
    record Kept(long id, int retentionDays) {}

    /** A room that hides what was said up to a number. */
    @Introspected
    record Hidden(long id, long clearedSeq) {}

    @Query("UPDATE room SET cleared_seq = :upToSeq WHERE id = :id AND cleared_seq < :upToSeq AND deleted_at IS NULL")
    int clear(long id, long upToSeq);

    @Query("""
            UPDATE room SET cleared_seq = :upToSeq
            WHERE id = :id AND cleared_seq < :upToSeq AND retention_days = :days AND deleted_at IS NULL""")
    int trim(long id, int days, long upToSeq);

    @Query("SELECT last_seq FROM room WHERE id = :id AND deleted_at IS NULL")
    Optional<Long> lastSeq(long id);

    /** No slug that is given out looks like the one that it gets. */
    @Query("""
            UPDATE room SET deleted_at = :now, slug = '.' || id, name = '', name_folded = '', topic = '', listed = 0,
                retention_days = 0
            WHERE id = :id AND deleted_at IS NULL""")
    int condemn(long id, long now);

    @Query("SELECT account_id FROM membership WHERE room_id = :id")
    List<Long> members(long id);

    @Query("SELECT COUNT(*) FROM invite WHERE room_id = :id")
    int invites(long id);

    @Query("DELETE FROM membership WHERE room_id = :id")
    int forgetMembers(long id);

    @Query("DELETE FROM invite WHERE room_id = :id")
    int forgetInvites(long id);

    @Query("DELETE FROM ban WHERE room_id = :id")
    int forgetBans(long id);

    @Query("DELETE FROM access_request WHERE room_id = :id")
    int forgetRequests(long id);

    @Query("DELETE FROM notice WHERE room_id = :roomId")
    int forgetNotices(long roomId);

    @Query("DELETE FROM room WHERE id = :id AND deleted_at IS NOT NULL")
    int bury(long id);

    @Query("SELECT id FROM room WHERE deleted_at IS NOT NULL ORDER BY deleted_at")
    List<Long> condemned();

    @Query("SELECT id, cleared_seq FROM room WHERE cleared_seq > 0 AND deleted_at IS NULL")
    List<Hidden> cleared();

    @Query("SELECT id, retention_days FROM room WHERE retention_days > 0 AND deleted_at IS NULL ORDER BY id")
    List<Kept> kept();
}
