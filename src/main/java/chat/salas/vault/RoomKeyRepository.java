package chat.salas.vault;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.ANSI)
interface RoomKeyRepository extends GenericRepository<RoomKeyRow, Long> {
    @Query("SELECT * FROM room_key WHERE room_id = :roomId ORDER BY version DESC LIMIT 1")
    Optional<RoomKeyRow> findNewest(long roomId);

    @Query("SELECT * FROM room_key WHERE room_id = :roomId AND version = :version")
    Optional<RoomKeyRow> find(long roomId, int version);

    /** Does nothing where somebody else was faster. */
    @Query("""
            INSERT INTO room_key (room_id, version, wrapped, uses, created_at)
            VALUES (:roomId, :version, :wrapped, 0, :createdAt) ON CONFLICT DO NOTHING""")
    int add(long roomId, int version, byte[] wrapped, long createdAt);

    @Query("UPDATE room_key SET uses = uses + :count WHERE room_id = :roomId AND version = :version")
    int addUses(long roomId, int version, long count);

    @Query("DELETE FROM room_key WHERE room_id = :roomId")
    int deleteAll(long roomId);
}
