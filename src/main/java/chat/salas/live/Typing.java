package chat.salas.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Who is typing where; coalesced to at most one event per person, room and 3 seconds, forgotten by listeners after 6. */
@Singleton
public final class Typing {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int MAX_REMEMBERED = 100_000;

    private final Bus bus;
    private final Cache<Place, Boolean> told;

    /** Somebody types in a room, from now on for 6 seconds unless a message of theirs comes first. */
    public record TypingStarted(long roomId, long accountId, String displayName) implements RoomEvent {}

    private record Place(long roomId, long accountId) {}

    public Typing(Bus bus, InstantSource clock) {
        this.bus = bus;
        this.told = Caffeine.newBuilder()
                .expireAfterWrite(QUIET)
                .maximumSize(MAX_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /** Whoever calls has checked that the actor may write in the room. */
    public void typing(long roomId, long accountId, String displayName) {
        if (told.asMap().putIfAbsent(new Place(roomId, accountId), true) == null) {
            bus.publish(new TypingStarted(roomId, accountId, displayName));
        }
    }

    /** A message of theirs came: when they type again, it is news. */
    public void stopped(long roomId, long accountId) {
        told.invalidate(new Place(roomId, accountId));
    }
}
