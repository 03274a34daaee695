package chat.salas.flow;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Push connections are opened by our own pages only: browsers send their cookies along with anybody's. */
@ServerFilter("/VAADIN/push")
final class PushOrigin {
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        boolean upgrade = request.getHeaders().contains("Sec-WebSocket-Key");
        return upgrade && !isOurs(request) ? HttpResponse.status(HttpStatus.FORBIDDEN) : null;
    }

    /** Compares host and port; the scheme may have been changed by a proxy that ends TLS. */
    static boolean isOurs(HttpRequest<?> request) {
        String origin = authority(request.getHeaders().get("Origin"));
        if (origin == null) {
            return false;
        }
        String forwarded = request.getHeaders().get("X-Forwarded-Host");
        String host = request.getHeaders().get("Host");
        return origin.equals(normal(forwarded)) || origin.equals(normal(host));
    }

    private static @Nullable String authority(@Nullable String origin) {
        try {
            return origin == null ? null : normal(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Without the port that the scheme implies: whether it is written differs between browser and proxy. */
    private static @Nullable String normal(@Nullable String authority) {
        return authority == null
                ? null
                : authority.strip().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
