package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class JournalPaceTest {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long GATHERING = 40 * MILLISECOND;

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
    void afterASilenceItGathersAsSoonAsBefore() {
        restAfter(1_000, 5 * MILLISECOND);
        restAfter(1, TimeUnit.SECONDS.toNanos(2));
        assertThat(restAfter(48, 5 * MILLISECOND)).isZero();
        assertThat(restAfter(2, 5 * MILLISECOND)).isEqualTo(GATHERING);
    }

    @Test
    void aMessageAfterABurstAndAQuietSecondKeepsNobodyWaiting() {
        restAfter(2_000, MILLISECOND);
        assertThat(restAfter(1, TimeUnit.SECONDS.toNanos(10))).isZero();
    }

    /** How many entries so many clients get written in so long who each wait for an answer before they say more. */
    private int writtenFor(int clients, long time) {
        int written = 0;
        for (long end = now + time; now < end; written += clients) {
            now += MILLISECOND;
            now += pace.rest(clients, now, 0);
        }
        return written;
    }

    @Test
    void clientsThatWaitForEachAnswerAreNotKeptWaiting() {
        assertThat(writtenFor(1, TimeUnit.SECONDS.toNanos(60))).isGreaterThan(56_000);
        assertThat(writtenFor(10, TimeUnit.SECONDS.toNanos(60))).isGreaterThan(560_000);
    }

    /** Of ten thousand entries that come whatever becomes of those before: how many are gathered. */
    private int gathered() {
        int gathered = 0;
        for (int i = 0; i < 10_000; i++) {
            gathered += restAfter(1, 5 * MILLISECOND) > 0 ? 1 : 0;
        }
        return gathered;
    }

    @Test
    void whoeverSaysMoreWithoutWaitingIsGatheredForNineTenthsOfTheTime() {
        assertThat(gathered()).isBetween(9_000, 9_990);
    }

    @Test
    void whenLessIsSaidItGathersOnAfterAGlance() {
        restAfter(2_500, 2 * MILLISECOND);
        assertThat(restAfter(150, 5 * MILLISECOND)).isEqualTo(GATHERING);
    }

    @Test
    void howLittleWasSaidLongAgoDoesNotKeepItFromGathering() {
        restAfter(1_000, 2 * MILLISECOND);
        restAfter(500, 20 * MILLISECOND);
        assertThat(restAfter(120, 5 * MILLISECOND)).isEqualTo(GATHERING);
    }

    @Test
    void onceThoseWhoWaitForAnswersAreSilentItGathersAgain() {
        writtenFor(10, TimeUnit.SECONDS.toNanos(10));
        assertThat(gathered()).isGreaterThan(7_000);
    }

    @Test
    void whenAThousandWaitAlreadyTheJournalTakesThemAtOnce() {
        restAfter(500, MILLISECOND);
        assertThat(pace.rest(1, now, 999)).isEqualTo(GATHERING);
        assertThat(pace.rest(1, now, 1_000)).isZero();
    }
}
