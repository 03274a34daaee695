package chat.salas.flow;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.ExecutionHandleLocator;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.DefaultRouteBuilder;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRoute;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every path that nobody else has is the UI's. */
@Singleton
final class UiRoutes extends DefaultRouteBuilder {
    private final BeanProvider<Router> router;
    private final FlowSettings settings;
    private volatile @Nullable List<UriRouteInfo<?, ?>> others;

    UiRoutes(
            ExecutionHandleLocator handles,
            ConversionService conversion,
            BeanProvider<Router> router,
            FlowSettings settings) {
        super(handles, DefaultRouteBuilder.CAMEL_CASE_NAMING_STRATEGY, conversion);
        this.router = router;
        this.settings = settings;
        for (String uri : List.of("/", "/{+path}")) {
            whereFree(GET(uri, PageController.class, "page", HttpRequest.class));
            whereFree(HEAD(uri, PageController.class, "page", HttpRequest.class));
        }
        all(POST("/", PageController.class, "call", HttpRequest.class));
        all(POST("/VAADIN/dynamic/{+path}", PageController.class, "upload", HttpRequest.class));
        all(POST("/VAADIN/push", PageController.class, "pushClosed", HttpRequest.class));
    }

    private void whereFree(UriRoute route) {
        all(route).where(this::isFree);
    }

    private static UriRoute all(UriRoute route) {
        return route.produces(MediaType.ALL_TYPE).consumesAll();
    }

    private boolean isFree(HttpRequest<?> request) {
        String path = request.getPath();
        return !settings.isReserved(path)
                && others().stream().noneMatch(other -> other.match(path).isPresent());
    }

    private List<UriRouteInfo<?, ?>> others() {
        List<UriRouteInfo<?, ?>> known = others;
        if (known == null) {
            known = router.get()
                    .uriRoutes()
                    .<UriRouteInfo<?, ?>>map(route -> route)
                    .filter(route -> route.getTargetMethod().getDeclaringType() != PageController.class)
                    .distinct()
                    .toList();
            others = known;
        }
        return known;
    }
}
