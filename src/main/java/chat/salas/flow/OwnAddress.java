package chat.salas.flow;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How browsers reach this server: as the request says, and as the operator does where a proxy leaves that out. */
@Singleton
final class OwnAddress {
    private final @Nullable URI configured;

    /** @param url such as {@code https://chat.example.org}; what is none counts for nothing */
    OwnAddress(@Nullable @Property(name = "flow.public-url") String url) {
        this.configured = parse(url);
    }

    boolean isSecure(HttpRequest<?> request) {
        return request.isSecure()
                || (configured != null && "https".equals(configured.getScheme()))
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
    }

    /**
     * Whether a page of ours sent the request. Compares host and port with what was asked for, as the scheme may have been
     * changed by a proxy that ends TLS; and all three with what is configured.
     */
    boolean isOurs(HttpRequest<?> request) {
        URI origin = parse(request.getHeaders().get("Origin"));
        return origin != null && isOurs(request, origin);
    }

    private boolean isOurs(HttpRequest<?> request, URI origin) {
        String authority = normal(origin.getRawAuthority());
        return authority != null
                && (authority.equals(normal(request.getHeaders().get("X-Forwarded-Host")))
                        || authority.equals(normal(request.getHeaders().get("Host")))
                        || isConfigured(origin, authority));
    }

    private boolean isConfigured(URI origin, String authority) {
        return configured != null
                && Objects.equals(origin.getScheme(), configured.getScheme())
                && authority.equals(normal(configured.getRawAuthority()));
    }

    private static @Nullable URI parse(@Nullable String url) {
        try {
            return url == null ? null : URI.create(url.strip());
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
