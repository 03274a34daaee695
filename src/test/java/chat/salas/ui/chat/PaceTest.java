package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void theFirstThingIsShownAtOnceAndSoIsWhatComesAfterAQuietWhile() {
        assertThat(pace.delay(true, 0)).isZero();
        pace.took(1, 0);
        assertThat(pace.delay(true, Pace.BRISK)).isZero();
        assertThat(pace.delay(false, Pace.CALM)).isZero();
    }

    @Test
    void takingNothingInDelaysNothing() {
        pace.took(0, 0);
        assertThat(pace.delay(true, 1)).isZero();
    }

    @Test
    void aThousandMessagesInASecondAreShownInAFewSteps() {
        assertThat(steps(true)).isBetween(2, 10);
    }

    @Test
    void aThousandComingsAndGoingsInASecondAreShownInOneOrTwo() {
        assertThat(steps(false)).isBetween(1, 2);
    }

    /** One thing each millisecond; the page comes when it was told to. */
    private int steps(boolean urgent) {
        int steps = 0;
        int waiting = 0;
        long due = -1;
        for (int millis = 0; millis < 1_000; millis++) {
            long now = TimeUnit.MILLISECONDS.toNanos(millis);
            if (waiting++ == 0) {
                due = now + pace.delay(urgent, now);
            }
            if (now >= due) {
                pace.took(waiting, now);
                waiting = 0;
                steps++;
            }
        }
        return steps;
    }
}
