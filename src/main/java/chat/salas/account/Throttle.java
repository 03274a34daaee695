package chat.salas.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * So many a minute (or another time) for each key, all at once or spread, in bounded memory. Keeps one number a key: until
 * when what was taken so far has used up the time.
 */
public final class Throttle {
    private static final int MOST_KEYS = 100_000;

    private final int limit;
    private final long period;
    private final InstantSource clock;
    private final Cache<String, Long> used;

    /** @param limit how many a minute; 0 = off */
    Throttle(int limit, InstantSource clock) {
        this(limit, Duration.ofMinutes(1), clock);
    }

    /**
     * @param limit how many in that time; 0 = off
     * @param period at least as many milliseconds as the limit
     */
    public Throttle(int limit, Duration period, InstantSource clock) {
        this.limit = limit;
        this.period = period.toMillis();
        this.clock = clock;
        this.used = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(period.multipliedBy(2))
                .ticker(() -> clock.millis() * 1_000_000)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one; or says how long to wait, and takes nothing. */
    public Optional<Duration> take(String key) {
        if (limit <= 0) {
            return Optional.empty();
        }
        long now = clock.millis();
        long each = period / limit;
        long[] wait = new long[1];
        used.asMap().compute(key, (_, before) -> {
            long from = before == null ? now : Math.max(before, now);
            wait[0] = from + each - now - period;
            return wait[0] > 0 && before != null ? before : Long.valueOf(from + each);
        });
        return wait[0] > 0 ? Optional.of(Duration.ofMillis(wait[0])) : Optional.empty();
    }
}
