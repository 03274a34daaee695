package chat.salas.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;

/** Keeps the pages' catch-all away from paths below /api, and answers unknown ones before asking who it is. */
@ServerFilter({"/api", "/api/**"})
@Order(ApiPathFilter.ORDER)
final class ApiPathFilter {
    static final int ORDER = 30_000;

    private final ApiPaths paths;

    ApiPathFilter(ApiPaths paths) {
        this.paths = paths;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        boolean matched = RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> ((UriRouteMatch<?, ?>) match)
                        .getRouteInfo()
                        .getUriMatchTemplate()
                        .toString())
                .filter(ApiPaths::isApi)
                .isPresent();
        if (!matched) {
            throw paths.refusal(request);
        }
    }
}
