package chat.salas.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When things were said: quick within a conversation, with pauses between conversations, half of each day asleep, and the
 * last words a few minutes ago.
 */
final class DemoTimes {
    private static final double AWAKE = Duration.ofHours(12).toSeconds();
    private static final double DAY = Duration.ofHours(24).toSeconds();
    private static final Duration LATEST = Duration.ofMinutes(3);

    private final RandomGenerator random;
    private final double days;
    private final List<Double> gaps = new ArrayList<>();
    private final List<Boolean> pauses = new ArrayList<>();

    DemoTimes(RandomGenerator random, int days) {
        this.random = random;
        this.days = days;
    }

    /** A line more; the first of a conversation comes after a pause. */
    void add(boolean first, int length) {
        pauses.add(first);
        gaps.add(first ? -Math.log(1 - random.nextDouble()) : 6 + length / 8.0 + random.nextDouble(40));
    }

    /** The time of each line, ascending. More days than asked for only when the talk alone takes longer. */
    List<Instant> before(Instant now) {
        double talking = sum(false);
        double resting = Math.max(days * AWAKE - talking, talking / 4);
        double scale = resting / Math.max(sum(true), 1e-9);
        double awake = 0;
        Instant[] times = new Instant[gaps.size()];
        for (int i = gaps.size() - 1; i >= 0; i--) {
            times[i] = now.minus(LATEST).minusMillis(Math.round(1000 * wall(awake)));
            awake += pauses.get(i) ? gaps.get(i) * scale : gaps.get(i);
        }
        return List.of(times);
    }

    private double sum(boolean pause) {
        double sum = 0;
        for (int i = 0; i < gaps.size(); i++) {
            sum += pauses.get(i) == pause ? gaps.get(i) : 0;
        }
        return sum;
    }

    private static double wall(double awake) {
        return Math.floor(awake / AWAKE) * DAY + awake % AWAKE;
    }
}
