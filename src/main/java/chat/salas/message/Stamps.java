package chat.salas.message;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Times and ids of messages. */
@Singleton
final class Stamps {
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final SecureRandom random;

    Stamps(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Now, as precise as it is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A UUID of version 7: its time keeps the index of ids dense, its 74 random bits are drawn securely. */
    UUID id(Instant now) {
        long high = now.toEpochMilli() << 16 | VERSION_7 | random.nextInt(1 << 12);
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }
}
