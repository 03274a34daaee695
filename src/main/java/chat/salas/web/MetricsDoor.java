package chat.salas.web;

import chat.salas.kernel.Problem;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who may read the figures: whoever shows the token of SALAS_METRICS_TOKEN, and programs on this machine. Safe because a request
 * counts as this machine's only when its peer is, it bears no sign of having been passed on, and it asks for this machine by
 * name: a reverse proxy beside the server opens nothing to those in front of it, nor does a browser that was told a false
 * address. The token is compared in constant time.
 */
@Singleton
final class MetricsDoor {
    static final String PATH = "/metrics";

    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final byte[] token;

    MetricsDoor(@Property(name = "salas.metrics-token", defaultValue = "") String token) {
        this.token = token.strip().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Problem 401 for a wrong token, 403 without one from elsewhere */
    void require(HttpRequest<?> request) {
        if (OriginCheck.hasBearer(request)) {
            if (!isToken(OriginCheck.bearer(request))) {
                throw new Problem.Unauthenticated("The token is not valid");
            }
        } else if (!isFromHere(request)) {
            throw new Problem.Forbidden("Only from this machine, or with the metrics token");
        }
    }

    private boolean isToken(String offered) {
        return token.length > 0 && MessageDigest.isEqual(offered.getBytes(StandardCharsets.UTF_8), token);
    }

    private static boolean isFromHere(HttpRequest<?> request) {
        InetSocketAddress peer = request.getRemoteAddress();
        HttpHeaders headers = request.getHeaders();
        return peer != null
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress()
                && SIGNS_OF_A_PROXY.stream().noneMatch(headers::contains)
                && HERE.contains(name(headers.get(HttpHeaders.HOST)));
    }

    private static String name(@org.jspecify.annotations.Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }
}
