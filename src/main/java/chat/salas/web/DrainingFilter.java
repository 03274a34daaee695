package chat.salas.web;

import chat.salas.kernel.Draining;
import chat.salas.kernel.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** No new work on the way down; what operators look at answers to the end. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(DrainingFilter.ORDER)
final class DrainingFilter {
    static final int ORDER = EnvelopeFilter.ORDER + 100;

    private final Draining draining;

    DrainingFilter(Draining draining) {
        this.draining = draining;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (draining.isOn() && !isWatched(request.getPath())) {
            throw new Problem.Unavailable("The server is restarting");
        }
    }

    private static boolean isWatched(String path) {
        return path.startsWith("/health") || path.startsWith("/metrics");
    }
}
