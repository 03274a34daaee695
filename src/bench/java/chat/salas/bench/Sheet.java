package chat.salas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures with what was promised of them; prints itself as a Markdown table. */
final class Sheet {
    /** The most that anything may grow by with what is stored. */
    private static final double GROWTH = 1.3;

    private final List<Line> lines = new ArrayList<>();
    private String about = "";

    private record Line(String about, String what, String figure, String promise, String kept) {}

    /** How far a figure may go. */
    record Promise(boolean most, double bound) {
        boolean isKept(double value) {
            return most ? value <= bound : value >= bound;
        }

        @Override
        public String toString() {
            return (most ? "at most " : "at least ") + number(bound);
        }
    }

    static Promise atMost(double bound) {
        return new Promise(true, bound);
    }

    static Promise atLeast(double bound) {
        return new Promise(false, bound);
    }

    /** What the lines from here on are about. */
    void about(String bench) {
        about = bench;
    }

    void add(String what, double value, String unit) {
        add(what, value, unit, null);
    }

    /** @param promise of the same unit */
    void add(String what, double value, String unit, @Nullable Promise promise) {
        String promised = promise == null ? "" : promise + " " + unit;
        line(what, number(value) + " " + unit, promised, promise == null ? null : promise.isKept(value));
    }

    /** The middle and the 99th percentile of calls. */
    void add(String what, Times times, @Nullable Promise p50, @Nullable Promise p99) {
        add(what + ", p50", times.at(0.5), "ms", p50);
        add(what + ", p99", times.at(0.99), "ms", p99);
    }

    /**
     * The same with little and with much in store.
     *
     * @param better whether more is better, as with what is done in a second
     */
    @SuppressWarnings("TooManyParameters")
    void grown(String what, double little, double much, String unit, boolean better) {
        double ratio = better ? little / much : much / little;
        String figure = number(little) + " and " + number(much) + " " + unit + " (" + number(ratio) + " times)";
        line(what, figure, "at most " + GROWTH + " times", ratio <= GROWTH);
    }

    private void line(String what, String figure, String promise, @Nullable Boolean kept) {
        Line line = new Line(about, what, figure, promise, kept == null ? "" : kept ? "yes" : "**no**");
        System.err.println("  " + what + ": " + figure + " " + line.kept());
        lines.add(line);
    }

    void failed(Throwable why) {
        lines.add(new Line(about, "FAILED", String.valueOf(why), "", "**no**"));
    }

    boolean hasFailures() {
        return lines.stream().anyMatch(line -> line.what().equals("FAILED"));
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| about | what | figure | promised | kept |\n| --- | --- | ---: | --- | --- |\n");
        for (Line line : lines) {
            table.append("| ").append(line.about()).append(" | ").append(line.what()).append(" | ");
            table.append(line.figure()).append(" | ").append(line.promise()).append(" | ");
            table.append(line.kept()).append(" |\n");
        }
        return table.toString();
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size == Math.rint(size) && size < 1_000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
