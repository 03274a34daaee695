package chat.salas.metrics;

import java.util.HashSet;
import java.util.Set;

/**
 * The text format of Prometheus, version 0.0.4, as it is written. Labels come in pairs of name and value. Everything of one name
 * is written in one go; its help and type come with the first.
 */
public final class Exposition {
    /** The media type of what is written. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(16_384);
    private final Set<String> described = new HashSet<>();

    /** Something that only grows; its name ends with {@code _total}. */
    public Exposition counter(String name, String help, double value, String... labels) {
        describe(name, help, "counter");
        return sample(name, value, labels);
    }

    /** Something that goes up and down. */
    public Exposition gauge(String name, String help, double value, String... labels) {
        describe(name, help, "gauge");
        return sample(name, value, labels);
    }

    /** Something that is so often so large. */
    public Exposition histogram(String name, String help, Histogram values, String... labels) {
        describe(name, help, "histogram");
        long upTo = 0;
        for (int i = 0; i < values.size(); i++) {
            upTo += values.in(i);
            sample(name + "_bucket", upTo, with(labels, number(values.bound(i))));
        }
        upTo += values.in(values.size());
        sample(name + "_bucket", upTo, with(labels, "+Inf"));
        sample(name + "_sum", values.sum(), labels);
        return sample(name + "_count", upTo, labels);
    }

    private static String[] with(String[] labels, String bound) {
        String[] more = java.util.Arrays.copyOf(labels, labels.length + 2);
        more[labels.length] = "le";
        more[labels.length + 1] = bound;
        return more;
    }

    private void describe(String name, String help, String type) {
        if (described.add(name)) {
            text.append("# HELP ").append(name).append(' ').append(help).append('\n');
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        }
    }

    private Exposition sample(String name, double value, String... labels) {
        text.append(name);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
            text.append(escaped(labels[i + 1])).append('"');
        }
        text.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
        return this;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
