package chat.salas.rest;

import chat.salas.kernel.Problem.Refused;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long a member is muted; one of both.
 *
 * @param until a time to come, at most 366 days from now
 * @param minutes from now, 1 to 527,040
 */
@Serdeable
record MuteJson(@Nullable Instant until, @Nullable Integer minutes) {
    private static final int MOST = 366 * 24 * 60;

    MuteJson checked() {
        if ((until == null) == (minutes == null)) {
            throw new Refused("until", "expected: either until or minutes");
        }
        return this;
    }

    Duration length() {
        if (minutes == null || minutes < 1 || minutes > MOST) {
            throw new Refused("minutes", minutes + " (expected: 1.." + MOST + ")");
        }
        return Duration.ofMinutes(minutes);
    }
}
