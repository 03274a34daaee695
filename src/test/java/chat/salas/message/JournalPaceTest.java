package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class JournalPaceTest {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    @Test
    void afterAFewEntriesTheJournalTakesTheNextAtOnce() {
        assertThat(JournalPace.rest(1, 10 * MILLISECOND, 0)).isZero();
        assertThat(JournalPace.rest(4, 10 * MILLISECOND, 0)).isZero();
    }

    @Test
    void aBusyJournalGathersFourTimesAsLongAsItWrote() {
        assertThat(JournalPace.rest(5, 2 * MILLISECOND, 999)).isEqualTo(8 * MILLISECOND);
    }

    @Test
    void aJournalGathersForTwentyFiveMillisecondsAtMost() {
        assertThat(JournalPace.rest(2_000, 10_000 * MILLISECOND, 0)).isEqualTo(25 * MILLISECOND);
    }

    @Test
    void whenAThousandWaitAlreadyTheJournalTakesThemAtOnce() {
        assertThat(JournalPace.rest(2_000, 40 * MILLISECOND, 1_000)).isZero();
    }
}
