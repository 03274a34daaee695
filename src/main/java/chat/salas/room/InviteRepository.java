package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invites, found by the hash of their token. */
@JdbcRepository(dialect = Dialect.ANSI)
interface InviteRepository extends GenericRepository<InviteRow, Long> {
    String OPEN = "revoked_at IS NULL AND uses < max_uses AND expires_at > :now";

    InviteRow save(InviteRow invite);

    Optional<InviteRow> findById(long id);

    Optional<InviteRow> findByTokenHash(byte[] tokenHash);

    boolean existsByIdAndRoomId(long id, long roomId);

    long countByRoomId(long roomId);

    @Query("""
            SELECT i.id, i.label, i.email, i.created_by, a.display_name, i.created_at, i.expires_at, i.max_uses, i.uses,
                i.revoked_at
            FROM invite i JOIN account a ON a.id = i.created_by
            WHERE i.room_id = :roomId ORDER BY i.id DESC LIMIT :limit""")
    List<Named> of(long roomId, int limit);

    /** An invite with the name of who made it, and without its hash. */
    @Introspected
    record Named(
            long id,
            String label,
            @Nullable String email,
            long createdBy,
            String displayName,
            long createdAt,
            long expiresAt,
            int maxUses,
            int uses,
            @Nullable Long revokedAt) {
        Invites.State state(long now) {
            return InviteRow.state(revokedAt, uses, maxUses, expiresAt, now);
        }
    }

    /** Whoever comes a second time came the last time. */
    @Query("""
            INSERT INTO invite_use (invite_id, account_id, used_at) VALUES (:inviteId, :accountId, :now)
            ON CONFLICT (invite_id, account_id) DO UPDATE SET used_at = excluded.used_at""")
    int used(long inviteId, long accountId, long now);

    @Query("""
            SELECT u.account_id, a.display_name, u.used_at FROM invite_use u JOIN account a ON a.id = u.account_id
            WHERE u.invite_id = :inviteId ORDER BY u.used_at, u.account_id LIMIT :limit""")
    List<Used> usesOf(long inviteId, int limit);

    /** Who came by an invite. */
    @Introspected
    record Used(long accountId, String displayName, long usedAt) {
        Invites.Use use() {
            return new Invites.Use(accountId, displayName, Instant.ofEpochMilli(usedAt));
        }
    }

    @Query("DELETE FROM invite_use WHERE account_id = :accountId")
    int forgetUsesOf(long accountId);

    /** The language of whoever has this address, or else of who invites; nothing when neither chose one. */
    @Query("""
            SELECT locale FROM account WHERE locale IS NOT NULL AND deleted_at IS NULL AND (email = :email OR id = :inviter)
            ORDER BY (email = :email) DESC LIMIT 1""")
    Optional<String> languageFor(String email, long inviter);

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
