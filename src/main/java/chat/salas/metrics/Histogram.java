package chat.salas.metrics;

import java.util.concurrent.atomic.LongAdder;

/** How often something was how large. Recording is cheap and waits for nobody; safe from many threads. */
public final class Histogram {
    /** From a quarter of a millisecond to ten seconds, in nanoseconds. */
    private static final long[] TIMES = {
        250_000,
        500_000,
        1_000_000,
        2_000_000,
        3_000_000,
        5_000_000,
        10_000_000,
        25_000_000,
        50_000_000,
        100_000_000,
        250_000_000,
        500_000_000,
        1_000_000_000,
        2_500_000_000L,
        10_000_000_000L
    };

    private static final double NANOS = 1e-9;

    private final long[] bounds;
    private final double unit;
    private final LongAdder[] counts;
    private final LongAdder sum = new LongAdder();

    private Histogram(long[] bounds, double unit) {
        this.bounds = bounds.clone();
        this.unit = unit;
        this.counts = new LongAdder[bounds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** Of times: recorded in nanoseconds, told in seconds. */
    public static Histogram ofTimes() {
        return new Histogram(TIMES, NANOS);
    }

    /** Of numbers, told as they are. @param bounds ascending */
    public static Histogram of(long... bounds) {
        return new Histogram(bounds, 1);
    }

    /** One more. */
    public void record(long value) {
        int at = 0;
        while (at < bounds.length && value > bounds[at]) {
            at++;
        }
        counts[at].increment();
        sum.add(value);
    }

    /** One more that began then, by {@link System#nanoTime}. */
    public void since(long start) {
        record(System.nanoTime() - start);
    }

    /** How many were recorded. */
    public long count() {
        long count = 0;
        for (LongAdder some : counts) {
            count += some.sum();
        }
        return count;
    }

    int size() {
        return bounds.length;
    }

    double bound(int index) {
        return bounds[index] * unit;
    }

    /** How many were in this bucket alone; the last is of what is beyond all bounds. */
    long in(int index) {
        return counts[index].sum();
    }

    double sum() {
        return sum.sum() * unit;
    }
}
