package chat.salas.room;

import chat.salas.account.Throttle;
import chat.salas.kernel.Problem.TooMany;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** How often one may ask to be let in: so often an hour in all, and a few times an hour in the same room. */
@Singleton
final class AskingRate {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int IN_ONE_ROOM = 5;

    private final Throttle everywhere;
    private final Throttle inOneRoom;

    AskingRate(RoomLimits limits, InstantSource clock) {
        this.everywhere = new Throttle(limits.requestsAnHour(), HOUR, clock);
        this.inOneRoom = new Throttle(Math.min(IN_ONE_ROOM, limits.requestsAnHour()), HOUR, clock);
    }

    /** @throws TooMany with the time to wait */
    void take(long accountId, long roomId) {
        take(inOneRoom, accountId + " in " + roomId);
        take(everywhere, Long.toString(accountId));
    }

    private static void take(Throttle throttle, String key) {
        throttle.take(key).ifPresent(wait -> {
            throw new TooMany("You have asked for access many times. Wait before you ask again.", wait);
        });
    }
}
