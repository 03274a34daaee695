package chat.salas.message;

import chat.salas.kernel.Problem.TooMany;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast somebody may send: a minute's worth at once, and then as fast as it comes back. Remembers one number for each member
 * who sent within the last minutes; forgetting one would merely give a fresh minute's worth.
 */
@Singleton
final class MessageRate {
    private static final long MINUTE = TimeUnit.MINUTES.toMicros(1);
    private static final int MAX_REMEMBERED = 200_000;
    private static final long ANY_ROOM = 0;

    private final InstantSource clock;
    private final int floodLimit;
    private final Cache<Sender, Long> fullUntil = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(2))
            .build();

    private record Sender(long roomId, long accountId) {}

    /** @param floodLimit messages a minute of one account in all rooms together; 0 = no limit */
    MessageRate(InstantSource clock, @Value("${salas.flood-limit:0}") int floodLimit) {
        this.clock = clock;
        this.floodLimit = floodLimit;
    }

    /**
     * Counts one message.
     *
     * @param perMinute the room's limit for each member; 0 = no limit
     * @throws TooMany with the time after which the next one will pass
     */
    void spend(long roomId, long accountId, int perMinute) {
        spendOne(new Sender(roomId, accountId), perMinute);
        spendOne(new Sender(ANY_ROOM, accountId), floodLimit);
    }

    // Each message fills the sender's minute by its share; the time at which the last share will have drained is all
    // there
    // is to keep (generic cell rate algorithm).
    private void spendOne(Sender sender, int perMinute) {
        if (perMinute <= 0) {
            return;
        }
        long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        long share = Math.ceilDiv(MINUTE, perMinute);
        AtomicLong over = new AtomicLong();
        fullUntil.asMap().compute(sender, (_, until) -> {
            long full = (until == null ? now : Math.max(now, until)) + share;
            over.set(full - now - share * perMinute);
            return over.get() > 0 && until != null ? until : Long.valueOf(full);
        });
        if (over.get() > 0) {
            throw new TooMany(perMinute + " messages a minute are allowed here.", wholeSeconds(over.get()));
        }
    }

    private static Duration wholeSeconds(long micros) {
        return Duration.ofSeconds(Math.ceilDiv(micros, TimeUnit.SECONDS.toMicros(1)));
    }
}
