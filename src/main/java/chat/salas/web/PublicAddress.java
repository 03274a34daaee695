package chat.salas.web;

import chat.salas.kernel.StartRefused;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Under which address people reach this server: SALAS_PUBLIC_URL where it is set, otherwise what the request says. */
@Singleton
public final class PublicAddress {
    private final @Nullable URI configured;
    private final ClientAddress clients;

    PublicAddress(@Nullable @Property(name = "salas.public-url") String configured, ClientAddress clients) {
        this.configured = configured == null || configured.isBlank() ? null : parse(configured.strip());
        this.clients = clients;
    }

    private static URI parse(String url) {
        URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new StartRefused("SALAS_PUBLIC_URL: " + url + " (expected: https://chat.example.org)");
        }
        return uri;
    }

    /** The configured address, without a slash at the end. */
    public Optional<URI> configured() {
        return Optional.ofNullable(configured);
    }

    /** Scheme, host and port, as the client sees them, without a slash at the end; for links that are copied. */
    public String baseUrl(HttpRequest<?> request) {
        if (configured != null) {
            return configured.toString();
        }
        return (isSecure(request) ? "https://" : "http://") + host(request);
    }

    /**
     * Whether the client speaks TLS. {@code X-Forwarded-Proto} is believed from anybody: a client that lies only makes its own
     * cookie stricter.
     */
    public boolean isSecure(HttpRequest<?> request) {
        return request.isSecure()
                || (configured != null && "https".equals(configured.getScheme()))
                || "https".equalsIgnoreCase(first(request, "X-Forwarded-Proto"));
    }

    /** Host and port that the client asked for; {@code X-Forwarded-Host} counts from a trusted proxy only. */
    String host(HttpRequest<?> request) {
        String forwarded = clients.isProxied(request) ? first(request, "X-Forwarded-Host") : "";
        String host = forwarded.isEmpty() ? first(request, HttpHeaders.HOST) : forwarded;
        return (host.isEmpty() ? "localhost" : host).toLowerCase(Locale.ROOT);
    }

    private static String first(HttpRequest<?> request, String header) {
        String value = request.getHeaders().get(header);
        return value == null ? "" : value.split(",", 2)[0].strip();
    }
}
