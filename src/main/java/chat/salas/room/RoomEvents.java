package chat.salas.room;

import chat.salas.live.AccountEvent;
import chat.salas.live.RoomEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rooms tell the live faces, after it is committed. */
public final class RoomEvents {
    private RoomEvents() {}

    /** Somebody became a member. */
    public record MemberJoined(long roomId, long accountId, String displayName) implements RoomEvent {}

    /** Somebody is no member any more (left, removed, banned): their live subscriptions of the room end at once. */
    public record MemberLeft(long roomId, long accountId, boolean removed, boolean banned) implements RoomEvent {}

    /** Somebody is something else in the room now; handing over tells of both. */
    public record RoleChanged(long roomId, long accountId, Role role) implements RoomEvent {}

    /**
     * Somebody only reads for a while.
     *
     * @param until null: writes again, before it was over by itself
     */
    public record MemberMuted(
            long roomId, long accountId, @Nullable Instant until) implements RoomEvent {}

    /** Somebody in the room came online or went; only told in rooms of at most a hundred members. */
    public record MemberPresence(long roomId, long accountId, boolean online) implements RoomEvent {}

    /** The account's own list of rooms changed (joined, left, made). */
    public record MyRoomsChanged(long accountId) implements AccountEvent {}

    /** The account read up to {@code seq} in a room, here or elsewhere. */
    public record ReadMoved(long accountId, long roomId, long seq) implements AccountEvent {}

    /** The room has other settings; its slug is the same. */
    public record RoomChanged(Room room) implements RoomEvent {
        @Override
        public long roomId() {
            return room.id();
        }
    }

    /** An admin cleared the history: nothing up to {@code upToSeq} is shown to anybody any more. */
    public record HistoryCleared(long roomId, long upToSeq) implements RoomEvent {}

    /** What was older than the room keeps things is gone: everything up to {@code upToSeq}. */
    public record HistoryTrimmed(long roomId, long upToSeq) implements RoomEvent {}

    /** The room is gone, and everybody is out of it. */
    public record RoomDeleted(long roomId) implements RoomEvent {}

    /** Somebody asks to be let in, or does not any more; for admins who look at the number. */
    public record RequestsChanged(long roomId) implements RoomEvent {}

    /** How the account stands to a room changed without making it a member or ending that: asked, taken back, denied, banned, lifted. */
    public record MyAccessChanged(long accountId, long roomId) implements AccountEvent {}

    /** There is something to tell the account; see {@link Notices}. */
    public record NoticeCame(long accountId) implements AccountEvent {}
}
