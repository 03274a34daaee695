package chat.salas.bench;

import java.util.Arrays;

/** How long many calls took. */
final class Times {
    private double[] millis = new double[1_024];
    private int count;

    /** A call, which may fail. */
    @FunctionalInterface
    interface Call {
        void run(int number) throws Exception;
    }

    /** Times so many calls, one after the other. */
    Times of(int calls, Call call) throws Exception {
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            call.run(i);
            add((System.nanoTime() - start) / 1e6);
        }
        return this;
    }

    void add(double milliseconds) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = milliseconds;
    }

    /** Milliseconds that this part of the calls did not exceed. */
    double at(double part) {
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, Math.round(part * count))];
    }
}
