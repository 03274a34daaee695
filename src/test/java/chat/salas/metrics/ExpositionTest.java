package chat.salas.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExpositionTest {
    @Test
    void whatHasOneNameIsDescribedOnce() {
        Exposition out = new Exposition();
        out.counter("a_total", "As.", 1, "kind", "x").counter("a_total", "As.", 2.5, "kind", "y");
        out.gauge("b", "Bs.", -3);
        assertThat(out.toString()).isEqualTo("""
                        # HELP a_total As.
                        # TYPE a_total counter
                        a_total{kind="x"} 1
                        a_total{kind="y"} 2.5
                        # HELP b Bs.
                        # TYPE b gauge
                        b -3
                        """);
    }

    @Test
    void labelsCannotBreakOut() {
        assertThat(new Exposition().gauge("a", "A.", 0, "l", "\"\\\n").toString())
                .endsWith("a{l=\"\\\"\\\\\\n\"} 0\n");
    }

    @Test
    void bucketsAddUpAndTheirBoundsBelongToThem() {
        Histogram sizes = Histogram.of(1, 10);
        for (long size : new long[] {0, 1, 2, 10, 11}) {
            sizes.record(size);
        }
        assertThat(new Exposition().histogram("s", "S.", sizes).toString().lines())
                .containsExactly(
                        "# HELP s S.",
                        "# TYPE s histogram",
                        "s_bucket{le=\"1\"} 2",
                        "s_bucket{le=\"10\"} 4",
                        "s_bucket{le=\"+Inf\"} 5",
                        "s_sum 24",
                        "s_count 5");
    }

    @Test
    void timesAreRecordedInNanosecondsAndToldInSeconds() {
        Histogram times = Histogram.ofTimes();
        times.record(1_500_000);
        assertThat(new Exposition()
                        .histogram("t_seconds", "T.", times, "kind", "x")
                        .toString())
                .contains("t_seconds_bucket{kind=\"x\",le=\"0.001\"} 0\n")
                .contains("t_seconds_bucket{kind=\"x\",le=\"0.002\"} 1\n")
                .contains("t_seconds_sum{kind=\"x\"} 0.0015\n");
    }
}
