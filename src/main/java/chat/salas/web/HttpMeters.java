package chat.salas.web;

import chat.salas.metrics.Exposition;
import chat.salas.metrics.Histogram;
import chat.salas.metrics.MeterSource;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests by what they are for, and how long they take: from when the server has read the head of a request until the answer is
 * ready to be written.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(HttpMeters.ORDER)
final class HttpMeters implements MeterSource {
    static final int ORDER = EnvelopeFilter.ORDER - 100;

    private static final String START = "salas.start";
    private static final int STATUS_CLASSES = 6;

    /** What a request is for. */
    enum Kind {
        HISTORY,
        SIGN_IN,
        API,
        PAGE,
        OPERATIONS;

        static Kind of(HttpMethod method, String path) {
            if (!ApiPaths.isApi(path)) {
                return path.startsWith("/health") || path.equals("/metrics") ? OPERATIONS : PAGE;
            }
            if (path.equals("/api/login") || path.equals("/api/register")) {
                return SIGN_IN;
            }
            return method == HttpMethod.GET && path.endsWith("/messages") ? HISTORY : API;
        }

        private String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final LongAdder[][] counts = new LongAdder[Kind.values().length][STATUS_CLASSES];
    private final Histogram[] times = new Histogram[Kind.values().length];

    HttpMeters() {
        for (Kind kind : Kind.values()) {
            times[kind.ordinal()] = Histogram.ofTimes();
            for (int status = 0; status < STATUS_CLASSES; status++) {
                counts[kind.ordinal()][status] = new LongAdder();
            }
        }
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(START, System.nanoTime());
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        int kind = Kind.of(request.getMethod(), request.getPath()).ordinal();
        counts[kind][Math.clamp(response.code() / 100, 0, STATUS_CLASSES - 1)].increment();
        if (request.getAttribute(START).orElse(null) instanceof Long start) {
            times[kind].since(start);
        }
    }

    @Override
    public void tell(Exposition out) {
        for (Kind kind : Kind.values()) {
            for (int status = 1; status < STATUS_CLASSES; status++) {
                out.counter(
                        "salas_http_requests_total",
                        "Answers by what was asked for and class of status.",
                        counts[kind.ordinal()][status].sum(),
                        "kind",
                        kind.label(),
                        "status",
                        status + "xx");
            }
        }
        for (Kind kind : Kind.values()) {
            out.histogram(
                    "salas_http_request_duration_seconds",
                    "Seconds from a request's head to its answer.",
                    times[kind.ordinal()],
                    "kind",
                    kind.label());
        }
    }
}
