package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Invites, found by the hash of their token. */
@JdbcRepository(dialect = Dialect.ANSI)
interface InviteRepository extends GenericRepository<InviteRow, Long> {
    String OPEN = "revoked_at IS NULL AND uses < max_uses AND expires_at > :now";

    InviteRow save(InviteRow invite);

    Optional<InviteRow> findById(long id);

    Optional<InviteRow> findByTokenHash(byte[] tokenHash);

    boolean existsByIdAndRoomId(long id, long roomId);

    long countByRoomId(long roomId);

    List<InviteRow> findByRoomIdOrderByIdDesc(long roomId);

    /** 1 if it was still open, which one use less is left of. */
    @Query("UPDATE invite SET uses = uses + 1 WHERE id = :id AND " + OPEN)
    int use(long id, long now);

    @Query("UPDATE invite SET revoked_at = :now WHERE id = :id AND room_id = :roomId AND revoked_at IS NULL")
    int revoke(long id, long roomId, long now);

    /** Makes room for new ones: the oldest that are of no use any more. */
    @Query("""
            DELETE FROM invite WHERE id IN (SELECT id FROM invite
            WHERE room_id = :roomId AND NOT (revoked_at IS NULL AND uses < max_uses AND expires_at > :now)
            ORDER BY id LIMIT 100)""")
    int forgetEnded(long roomId, long now);

    /** The account's address stands in no invite any more. */
    @Query("DELETE FROM invite WHERE email = (SELECT email FROM account WHERE id = :accountId)")
    int forgetAddressOf(long accountId);

    @Query("SELECT email FROM account WHERE id = :accountId")
    Optional<String> emailOf(long accountId);

    @Query("""
            SELECT r.name, r.topic, r.members, r.encryption, a.display_name
            FROM invite i JOIN room r ON r.id = i.room_id JOIN account a ON a.id = i.created_by WHERE i.id = :id""")
    Optional<Card> card(long id);

    /** What an invite leads to. */
    @Introspected
    record Card(String name, String topic, int members, Encryption encryption, String displayName) {
        Invites.Preview preview() {
            return new Invites.Preview(name, topic, members, encryption, displayName);
        }
    }
}
