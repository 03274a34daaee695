package chat.salas.flow;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.security.Principal;
import java.util.Optional;

/** Who looks at the page, and the request that is being answered; for views and their listeners. */
public final class Visitor {
    private Visitor() {}

    /**
     * Who is signed in, if anybody: also in {@code ui.access}, where there is no request. It cannot change under a page:
     * a request that shows somebody else never reaches this page's session.
     */
    public static Optional<Principal> principal() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session == null || !(session.getSession() instanceof WebSession web)) {
            return Optional.empty();
        }
        return web.principal();
    }

    /** The request that is being answered; empty in {@code ui.access} and other background work. */
    public static Optional<HttpRequest<?>> request() {
        return VaadinRequest.getCurrent() instanceof FlowRequest request
                ? Optional.of(request.http())
                : Optional.empty();
    }

    /**
     * Sends a cookie with the answer to the call that is being handled.
     *
     * @throws IllegalStateException where no call is being handled, as in {@code ui.access}
     */
    public static void setCookie(Cookie cookie) {
        if (!(VaadinResponse.getCurrent() instanceof FlowResponse response)) {
            throw new IllegalStateException("No call of the page is being answered: a cookie cannot be set");
        }
        response.addCookie(cookie);
    }

    /**
     * Makes the browser forget a cookie of path {@code /}.
     *
     * @throws IllegalStateException where no call is being handled
     */
    public static void clearCookie(String name) {
        setCookie(Cookie.of(name, "").path("/").maxAge(0).httpOnly(true));
    }
}
