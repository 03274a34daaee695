package chat.salas.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member with what admins want to know.
 *
 * @param lastSeenAt anywhere on the server; null for somebody who was not seen yet
 * @param mutedUntil null for somebody who may write
 * @param messages that are there of this person's
 * @param bytes what they take on disk
 */
public record MemberRow(
        Member member,
        @Nullable Instant lastSeenAt,
        @Nullable Instant mutedUntil,
        long messages,
        long bytes) {
    /** Whose row it is. */
    public long accountId() {
        return member.accountId();
    }
}
