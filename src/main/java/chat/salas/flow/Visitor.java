package chat.salas.flow;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;

/** The request of whoever looks at the page, while it is being answered; for views and their listeners. */
public final class Visitor {
    private Visitor() {}

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
}
