package chat.salas.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A choice that this browser remembers, signed in or not. Holds nothing secret. */
enum Preference {
    /** {@code light} or {@code dark}; absent: as the system. */
    THEME("salas_theme"),
    /** A language tag; absent: as the browser. */
    LANGUAGE("salas_language");

    private static final Duration KEPT = Duration.ofDays(365);

    private final String cookie;

    Preference(String cookie) {
        this.cookie = cookie;
    }

    Optional<String> in(VaadinRequest request) {
        return Cookies.find(request, cookie);
    }

    void choose(VaadinResponse response, String value) {
        response.addCookie(cookie(value, (int) KEPT.toSeconds()));
    }

    void forget(VaadinResponse response) {
        response.addCookie(cookie("", 0));
    }

    private Cookie cookie(String value, int seconds) {
        Cookie made = new Cookie(cookie, value);
        made.setPath("/");
        made.setMaxAge(seconds);
        made.setHttpOnly(true);
        made.setAttribute("SameSite", "Lax");
        return made;
    }

    /** Cookies of a request by name. */
    static final class Cookies {
        private Cookies() {}

        static Optional<String> find(VaadinRequest request, String name) {
            Cookie[] all = request.getCookies();
            return all == null
                    ? Optional.empty()
                    : Arrays.stream(all)
                            .filter(each -> each.getName().equals(name))
                            .map(Cookie::getValue)
                            .findFirst();
        }
    }
}
