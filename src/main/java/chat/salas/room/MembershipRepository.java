package chat.salas.room;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in which room. Names come by a join, as the account package has no list of many names to offer. */
@JdbcRepository(dialect = Dialect.ANSI)
interface MembershipRepository extends GenericRepository<RoomRow, Long> {
    /** A member with a name. */
    @Introspected
    record Named(long accountId, String displayName, Role role, long joinedAt) {}

    /** A member's mark and the newest message. */
    @Introspected
    record Progress(long readSeq, long lastSeq) {}

    /**
     * Nothing happens when it is a member already. Sees what was said before if the room's newcomers do, and stays muted if it
     * left so.
     */
    @Query("""
            INSERT INTO membership (room_id, account_id, role, joined_at, from_seq, muted_until)
            SELECT id, :accountId, :role, :at, CASE newcomers_see_history WHEN 1 THEN 0 ELSE last_seq END,
                (SELECT muted_until FROM parted_mute
                    WHERE room_id = :roomId AND account_id = :accountId AND muted_until > :at)
            FROM room WHERE id = :roomId AND deleted_at IS NULL
            ON CONFLICT (room_id, account_id) DO NOTHING""")
    int add(long roomId, long accountId, Role role, long at);

    /** A member who has read up to a number already; fails when it is a member. */
    @Query("""
            INSERT INTO membership (room_id, account_id, role, joined_at, read_seq)
            VALUES (:roomId, :accountId, :role, :at, :readSeq)""")
    int add(long roomId, long accountId, Role role, long at, long readSeq);

    @Query("DELETE FROM membership WHERE room_id = :roomId AND account_id = :accountId AND role <> 'OWNER'")
    int remove(long roomId, long accountId);

    /** {@link #remove}, and a mute is kept for the case that the account comes back. */
    default int part(long roomId, long accountId, long now) {
        keepMute(roomId, accountId, now);
        return remove(roomId, accountId);
    }

    @Query("""
            INSERT INTO parted_mute (room_id, account_id, muted_until)
            SELECT room_id, account_id, muted_until FROM membership
            WHERE room_id = :roomId AND account_id = :accountId AND muted_until > :now
            ON CONFLICT (room_id, account_id) DO UPDATE SET muted_until = excluded.muted_until""")
    int keepMute(long roomId, long accountId, long now);

    @Query("DELETE FROM parted_mute WHERE room_id = :roomId AND account_id = :accountId")
    int forgetPartedMute(long roomId, long accountId);

    @Query("DELETE FROM parted_mute WHERE account_id = :accountId")
    int forgetPartedMutes(long accountId);

    @Query("DELETE FROM parted_mute WHERE room_id = :roomId AND muted_until <= :now")
    int forgetOverMutes(long roomId, long now);

    @Query("UPDATE membership SET muted_until = :until WHERE room_id = :roomId AND account_id = :accountId")
    int mute(long roomId, long accountId, @Nullable Long until);

    /** A unique index sees to it that nobody becomes owner while somebody else is. */
    @Query("UPDATE membership SET role = :role WHERE room_id = :roomId AND account_id = :accountId")
    int setRole(long roomId, long accountId, Role role);

    /** 1 for an account that can sign in. */
    @Query("SELECT COUNT(*) FROM account WHERE id = :accountId AND deleted_at IS NULL AND disabled_at IS NULL")
    int able(long accountId);

    @Query("SELECT room_id FROM membership WHERE account_id = :accountId AND role <> 'OWNER'")
    List<Long> leavable(long accountId);

    @Query("SELECT COUNT(*) FROM membership WHERE account_id = :accountId AND role = 'OWNER'")
    int owned(long accountId);

    @Query("DELETE FROM ban WHERE account_id = :accountId")
    int forgetBans(long accountId);

    @Query("SELECT COUNT(*) FROM membership WHERE account_id = :accountId")
    int roomsOf(long accountId);

    @Query("SELECT members FROM room WHERE id = :roomId")
    int membersOf(long roomId);

    @Query("SELECT account_id, role, from_seq, muted_until FROM membership WHERE room_id = :roomId ORDER BY account_id")
    List<Roster.Entry> roster(long roomId);

    @Query("""
            SELECT account_id, role, from_seq, muted_until FROM membership
            WHERE room_id = :roomId AND account_id = :accountId""")
    Optional<Roster.Entry> member(long roomId, long accountId);

    @Query("""
            SELECT m.account_id, a.display_name, m.role, m.joined_at
            FROM membership m JOIN account a ON a.id = m.account_id WHERE m.room_id = :roomId""")
    List<Named> named(long roomId);

    @Query("""
            SELECT m.account_id, a.display_name, m.role, m.joined_at FROM membership m
            JOIN account a ON a.id = m.account_id WHERE m.room_id = :roomId AND m.account_id = :accountId""")
    Optional<Named> named(long roomId, long accountId);

    @Query("""
            SELECT m.read_seq, r.last_seq FROM membership m JOIN room r ON r.id = m.room_id
            WHERE m.room_id = :roomId AND m.account_id = :accountId""")
    Optional<Progress> progress(long roomId, long accountId);

    /** The account's rooms that have at most so many members. */
    @Query("""
            SELECT r.id FROM membership m JOIN room r ON r.id = m.room_id
            WHERE m.account_id = :accountId AND r.members <= :most""")
    List<Long> smallRoomsOf(long accountId, int most);
}
