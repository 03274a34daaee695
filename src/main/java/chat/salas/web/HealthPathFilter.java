package chat.salas.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.NotFoundException;
import java.util.Set;

/** There are two kinds of health; the framework calls any other a malformed request instead of an unknown path. */
@ServerFilter("/health/**")
@Order(ApiPathFilter.ORDER)
final class HealthPathFilter {
    private static final Set<String> KINDS = Set.of("/health", "/health/", "/health/liveness", "/health/readiness");

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!KINDS.contains(request.getPath())) {
            throw new NotFoundException();
        }
    }
}
