package chat.salas.kernel;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Positive 64-bit ids that grow with time: 41 bits of milliseconds since 2025, 10 bits that tell processes apart, 12 bits of
 * counter. Unique within a process; several processes collide only when they drew the same 10 bits in the same millisecond,
 * which a primary key refuses.
 */
@Singleton
public final class Ids {
    private static final long EPOCH = 1_735_689_600_000L;
    private static final int COUNTER_BITS = 12;
    private static final int PROCESS_BITS = 10;

    private final InstantSource clock;
    private final long process;
    private final AtomicLong last = new AtomicLong();

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.process = random.nextLong(1L << PROCESS_BITS);
    }

    /** The next id; later calls give greater ids, also when the clock steps back. */
    public long next() {
        long now = (clock.millis() - EPOCH) << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        return (tick >> COUNTER_BITS) << (COUNTER_BITS + PROCESS_BITS) | process << COUNTER_BITS | counter;
    }
}
