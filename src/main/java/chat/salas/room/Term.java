package chat.salas.room;

import chat.salas.kernel.Problem.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The end of something that lasts for a while. */
final class Term {
    private Term() {}

    /**
     * @return to the millisecond
     * @throws Refused unless it is to come, and not later than the longest time from now
     */
    static Instant of(Instant until, long now, Duration longest) {
        Instant present = Instant.ofEpochMilli(now);
        if (!until.isAfter(present) || until.isAfter(present.plus(longest))) {
            throw new Refused("until", "expected: a time to come, within " + longest.toDays() + " days");
        }
        return until.truncatedTo(ChronoUnit.MILLIS);
    }
}
