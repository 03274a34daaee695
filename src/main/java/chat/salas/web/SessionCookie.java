package chat.salas.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that carries a session's token. Out of reach for scripts, not sent along with other sites' requests except when
 * somebody follows a link, and never over plain HTTP once the server is known to be behind TLS.
 */
@Singleton
public final class SessionCookie {
    /** The cookie's name. */
    public static final String NAME = "salas_session";

    /** Longest life of a session, in a browser that comes back often enough. */
    public static final Duration MAX_AGE = Duration.ofDays(180);

    private static final int MAX_LENGTH = 200;

    private final PublicAddress address;

    SessionCookie(PublicAddress address) {
        this.address = address;
    }

    /** For the answer to a successful sign-in. */
    public Cookie of(HttpRequest<?> request, String token) {
        return cookie(request, token).maxAge(MAX_AGE);
    }

    /** For the answer to a sign-out: the browser forgets it. */
    public Cookie cleared(HttpRequest<?> request) {
        return cookie(request, "").maxAge(0);
    }

    private Cookie cookie(HttpRequest<?> request, String value) {
        return Cookie.of(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(address.isSecure(request));
    }

    /** What the client shows, if anything of believable length. */
    public static Optional<String> read(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH);
    }

    static boolean isOn(HttpRequest<?> request) {
        return request.getCookies().contains(NAME);
    }
}
