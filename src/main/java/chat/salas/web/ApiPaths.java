package chat.salas.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotAcceptableException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is wrong with a request below /api that no route below /api takes: 405, 415, 406 or 404, in this order. */
@Singleton
final class ApiPaths {
    private static final String API = "/api";

    private final Router router;

    ApiPaths(Router router) {
        this.router = router;
    }

    static boolean isApi(String path) {
        return path.equals(API) || path.startsWith(API + "/");
    }

    RuntimeException refusal(HttpRequest<?> request) {
        List<UriRouteInfo<?, ?>> routes = routes(request);
        List<UriRouteInfo<?, ?>> same = routes.stream()
                .filter(route -> route.getHttpMethodName().equals(request.getMethodName()))
                .toList();
        if (routes.isEmpty()) {
            return new NotFoundException();
        }
        return same.isEmpty() ? notAllowed(request, routes) : notMatching(request, same);
    }

    private List<UriRouteInfo<?, ?>> routes(HttpRequest<?> request) {
        List<UriRouteMatch<Object, Object>> all = router.findAny(request);
        return all.stream()
                .<UriRouteInfo<?, ?>>map(UriRouteMatch::getRouteInfo)
                .filter(route -> isApi(route.getUriMatchTemplate().toString()))
                .toList();
    }

    private static HttpStatusException notAllowed(HttpRequest<?> request, List<UriRouteInfo<?, ?>> routes) {
        Set<String> methods = new TreeSet<>();
        routes.forEach(route -> methods.add(route.getHttpMethodName()));
        return new NotAllowedException(request.getMethodName(), request.getUri(), methods);
    }

    private static RuntimeException notMatching(HttpRequest<?> request, List<UriRouteInfo<?, ?>> routes) {
        MediaType sent = request.getContentType().orElse(null);
        if (sent != null && routes.stream().noneMatch(route -> route.doesConsume(sent))) {
            return new UnsupportedMediaException(
                    sent.toString(), names(routes.stream().map(UriRouteInfo::getConsumes)));
        }
        Collection<MediaType> accepted = request.accept();
        if (!accepted.isEmpty() && routes.stream().noneMatch(route -> route.doesProduce(accepted))) {
            return new NotAcceptableException(
                    accepted.stream().map(MediaType::toString).toList(),
                    names(routes.stream().map(UriRouteInfo::getProduces)));
        }
        return new NotFoundException();
    }

    private static List<String> names(Stream<List<MediaType>> types) {
        return types.flatMap(List::stream).map(MediaType::toString).distinct().toList();
    }
}
