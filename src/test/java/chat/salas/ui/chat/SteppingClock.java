package chat.salas.ui.chat;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The server's clock, set back so that a test can write history; only where a test asks for it. */
@Singleton
@Replaces(InstantSource.class)
@Requires(property = "salas.test.clock")
final class SteppingClock implements InstantSource {
    private volatile Duration back = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().minus(back);
    }

    void setBack(Duration howFar) {
        back = howFar;
    }
}
