package chat.salas.kernel;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Positive 64-bit ids that grow with time: 41 bits of milliseconds since 2025 and 22 that are drawn. Unique within a process;
 * several processes collide in the same millisecond once in four million times, which a primary key refuses. As the last bits
 * are drawn, ids can neither be guessed from one another nor fall into the same places of a hash table.
 */
@Singleton
public final class Ids {
    private static final long EPOCH = 1_735_689_600_000L;
    private static final int DRAWN_BITS = 22;

    private final InstantSource clock;
    private final SecureRandom random;
    private final AtomicLong last = new AtomicLong();

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next id; later calls give greater ids, also when the clock steps back. */
    public long next() {
        long now = (clock.millis() - EPOCH) << DRAWN_BITS | random.nextInt(1 << DRAWN_BITS);
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
