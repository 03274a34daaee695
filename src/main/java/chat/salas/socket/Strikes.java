package chat.salas.socket;

import java.time.Duration;
import java.time.Instant;

/** Counts what could not be understood: ten within a minute are too many. */
final class Strikes {
    private static final int MAX = 10;
    private static final long WINDOW = Duration.ofMinutes(1).toMillis();

    private final long[] at = new long[MAX];
    private int count;

    boolean isOut(Instant now) {
        at[count % MAX] = now.toEpochMilli();
        count++;
        return count >= MAX && now.toEpochMilli() - at[count % MAX] < WINDOW;
    }
}
