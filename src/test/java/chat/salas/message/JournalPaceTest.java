package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class JournalPaceTest {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long GATHERING = 25 * MILLISECOND;

    private final JournalPace pace = new JournalPace();
    private long now = System.nanoTime();

    /** What the journal is told after the last of so many batches of one entry. */
    private long restAfter(int batches, long apart) {
        long rest = 0;
        for (int i = 0; i < batches; i++) {
            now += apart;
            rest = pace.rest(1, now, 0);
        }
        return rest;
    }

    @Test
    void aFirstMessageKeepsNobodyWaiting() {
        assertThat(pace.rest(1, now, 0)).isZero();
    }

    @Test
    void whileFewComeTheJournalTakesTheNextAtOnce() {
        assertThat(restAfter(500, 11 * MILLISECOND)).isZero();
    }

    @Test
    void whileOverAHundredASecondComeEachBatchGathers() {
        assertThat(restAfter(500, 9 * MILLISECOND)).isEqualTo(GATHERING);
    }

    @Test
    void aBurstAfterAQuietHourGathersFromItsFirstQuarterOfASecondOn() {
        restAfter(1, TimeUnit.HOURS.toNanos(1));
        assertThat(restAfter(248, MILLISECOND)).isZero();
        assertThat(restAfter(2, MILLISECOND)).isEqualTo(GATHERING);
    }

    @Test
    void aMessageAfterABurstAndAQuietSecondKeepsNobodyWaiting() {
        restAfter(2_000, MILLISECOND);
        assertThat(restAfter(1, TimeUnit.SECONDS.toNanos(10))).isZero();
    }

    @Test
    void whenAThousandWaitAlreadyTheJournalTakesThemAtOnce() {
        restAfter(500, MILLISECOND);
        assertThat(pace.rest(1, now, 999)).isEqualTo(GATHERING);
        assertThat(pace.rest(1, now, 1_000)).isZero();
    }
}
