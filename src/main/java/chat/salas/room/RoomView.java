package chat.salas.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room as one account sees it.
 *
 * @param members how many there are
 * @param lastSeq the newest message's number, 0 for none (and for those who are no members)
 * @param lastReadSeq up to where this account has read, or sees nothing
 * @param mutedUntil until when this account only reads; null for who is not muted
 * @param bannedUntil until when this account is banned; null for who is not banned or has to wait for somebody to lift it
 * @param requests how many ask to be let in; only told to admins
 */
public record RoomView(
        Room room,
        Access access,
        int members,
        long lastSeq,
        long lastReadSeq,
        @Nullable Instant mutedUntil,
        @Nullable Instant bannedUntil,
        int requests) {
    /** As a member sees it who is not muted, and others who are not banned. */
    public static RoomView of(Room room, Access access, int members, long lastSeq, long lastReadSeq) {
        return new RoomView(room, access, members, lastSeq, lastReadSeq, null, null, 0);
    }

    /** Whether this account may do it; for faces that hide what is not allowed. */
    public boolean may(Act act) {
        return RoomPolicy.judge(act, new Standing(access, room.listed(), room.encryption(), mutedUntil))
                == Verdict.ALLOWED;
    }

    /** Messages that this account has not read. */
    public long unread() {
        return Math.max(0, lastSeq - lastReadSeq);
    }
}
