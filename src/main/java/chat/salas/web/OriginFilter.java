package chat.salas.web;

import chat.salas.kernel.Problem;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.EnumSet;
import java.util.Set;

/** Refuses what another site makes a browser send, before anybody asks who it is. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(OriginFilter.ORDER)
final class OriginFilter {
    static final int ORDER = ApiPathFilter.ORDER + 100;

    private static final Set<HttpMethod> SAFE = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final OriginCheck origins;

    OriginFilter(OriginCheck origins) {
        this.origins = origins;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!SAFE.contains(request.getMethod()) && !origins.allowsChange(request)) {
            throw new Problem.Forbidden("The request does not come from this server's own pages (Origin)");
        }
    }
}
