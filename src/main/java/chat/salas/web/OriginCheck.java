package chat.salas.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from our own pages. A browser attaches the session cookie also to what other sites make it send, but
 * it never lets them choose {@code Origin} or {@code Sec-Fetch-Site}. An {@code Origin} that is there must be ours, whatever
 * else the request says; bearer tokens are never attached by a browser, so those requests are exempt.
 */
@Singleton
public final class OriginCheck {
    private static final String BEARER = "bearer ";

    private final PublicAddress address;

    OriginCheck(PublicAddress address) {
        this.address = address;
    }

    /** For requests that change something: POST, PUT, PATCH, DELETE. */
    public boolean allowsChange(HttpRequest<?> request) {
        if (hasBearer(request)) {
            return true;
        }
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null) {
            return isOurs(request, origin);
        }
        String site = request.getHeaders().get("Sec-Fetch-Site");
        return site == null ? !SessionCookie.isOn(request) : site.equals("same-origin") || isTyped(request, site);
    }

    /** For WebSocket upgrades: without a bearer token a same-origin {@code Origin} must be there. */
    public boolean allowsUpgrade(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return hasBearer(request) || (origin != null && isOurs(request, origin));
    }

    /** {@code none} means that the user did it, not a page; with a cookie API.md asks for more than that. */
    private static boolean isTyped(HttpRequest<?> request, String site) {
        return site.equals("none") && !SessionCookie.isOn(request);
    }

    static boolean hasBearer(HttpRequest<?> request) {
        String value = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        return value != null && value.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    static String bearer(HttpRequest<?> request) {
        return request.getHeaders()
                .get(HttpHeaders.AUTHORIZATION, String.class, "")
                .substring(BEARER.length())
                .strip();
    }

    private boolean isOurs(HttpRequest<?> request, String origin) {
        URI uri = parse(origin);
        if (uri == null || (address.isSecure(request) && !"https".equals(uri.getScheme()))) {
            return false;
        }
        String authority = authority(uri.getScheme(), uri.getRawAuthority());
        return authority.equals(authority(uri.getScheme(), address.host(request)))
                || address.configured()
                        .filter(ours -> authority.equals(authority(ours.getScheme(), ours.getRawAuthority())))
                        .isPresent();
    }

    private static @Nullable URI parse(String origin) {
        try {
            URI uri = new URI(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Lower case, and without the port that the scheme has anyway. */
    private static String authority(String scheme, String authority) {
        String suffix = scheme.equals("https") ? ":443" : ":80";
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(suffix) ? lower.substring(0, lower.length() - suffix.length()) : lower;
    }
}
