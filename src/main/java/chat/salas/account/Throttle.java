package chat.salas.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * So many a minute for each key, all at once or spread, in bounded memory. Keeps one number a key: until when what was taken
 * so far has used up the time.
 */
final class Throttle {
    private static final int MOST_KEYS = 100_000;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final int limit;
    private final InstantSource clock;
    private final Cache<String, Long> used;

    /** @param limit how many a minute; 0 = off */
    Throttle(int limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
        this.used = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(Duration.ofMinutes(2))
                .ticker(() -> clock.millis() * 1_000_000)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one; or says how long to wait, and takes nothing. */
    Optional<Duration> take(String key) {
        if (limit <= 0) {
            return Optional.empty();
        }
        long now = clock.millis();
        long each = MINUTE / limit;
        long[] wait = new long[1];
        used.asMap().compute(key, (_, before) -> {
            long from = before == null ? now : Math.max(before, now);
            wait[0] = from + each - now - MINUTE;
            return wait[0] > 0 && before != null ? before : Long.valueOf(from + each);
        });
        return wait[0] > 0 ? Optional.of(Duration.ofMillis(wait[0])) : Optional.empty();
    }
}
