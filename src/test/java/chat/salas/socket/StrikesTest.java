package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StrikesTest {
    private final Strikes strikes = new Strikes();

    @Test
    void tenInAMinuteAreTooMany() {
        for (int i = 0; i < 9; i++) {
            assertThat(strikes.isOut(Instant.ofEpochSecond(i * 6))).isFalse();
        }
        assertThat(strikes.isOut(Instant.ofEpochSecond(59))).isTrue();
    }

    @Test
    void tenOverMoreThanAMinuteAreNot() {
        for (int i = 0; i < 100; i++) {
            assertThat(strikes.isOut(Instant.ofEpochSecond(i * 7))).isFalse();
        }
    }
}
