package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What accounts have still to be told. */
@JdbcRepository(dialect = Dialect.ANSI)
interface NoticeRepository extends GenericRepository<NoticeRow, Long> {
    /** A notice and where its room is now, which only members are told. */
    @Introspected
    record Waiting(
            long id,
            Notices.Kind kind,
            String roomName,
            long createdAt,
            @Nullable String slug) {}

    NoticeRow save(NoticeRow row);

    boolean existsByAccountId(long accountId);

    @Query("""
            SELECT n.id, n.kind, n.room_name, n.created_at, r.slug FROM notice n
            LEFT JOIN membership m ON m.room_id = n.room_id AND m.account_id = n.account_id
            LEFT JOIN room r ON r.id = m.room_id AND r.deleted_at IS NULL
            WHERE n.account_id = :accountId ORDER BY n.id""")
    List<Waiting> of(long accountId);

    @Query("DELETE FROM notice WHERE account_id = :accountId AND id <= :upTo")
    int forget(long accountId, long upTo);

    @Query("DELETE FROM notice WHERE account_id = :accountId")
    int forgetAll(long accountId);

    @Query("""
            DELETE FROM notice WHERE account_id = :accountId AND id NOT IN
                (SELECT id FROM notice WHERE account_id = :accountId ORDER BY id DESC LIMIT :most)""")
    int keep(long accountId, int most);
}
