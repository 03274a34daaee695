package chat.salas.live;

import jakarta.inject.Singleton;

/** Who is typing where; coalesced to at most one event per person, room and 3 seconds, forgotten after 6. */
@Singleton
public final class Typing {
    /** Somebody types in a room, from now on for 6 seconds unless a message of theirs comes first. */
    public record TypingStarted(long roomId, long accountId, String displayName) implements RoomEvent {}

    /** Whoever calls has checked that the actor may write in the room. */
    public void typing(long roomId, long accountId, String displayName) {
        throw new UnsupportedOperationException();
    }
}
