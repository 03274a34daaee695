package chat.salas.web;

import chat.salas.kernel.StartRefused;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Under which address people reach this server: SALAS_PUBLIC_URL where it is set, otherwise what the request says. */
@Singleton
public final class PublicAddress {
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9-]*");

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
     * As {@link #baseUrl}, for links in mails to others. A client says itself which host it asks for, and a mail from this
     * server must not lead to just any: without SALAS_PUBLIC_URL only to this machine and its private network.
     */
    public Optional<String> forMails(HttpRequest<?> request) {
        return configured != null || isNear(host(request)) ? Optional.of(baseUrl(request)) : Optional.empty();
    }

    /** Names without a dot are known in one's own network only; of addresses only private ones are taken. */
    private static boolean isNear(String host) {
        try {
            String name = URI.create("http://" + host).getHost();
            if (name == null) {
                return false;
            }
            return LABEL.matcher(name).matches() || isPrivate(InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
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
