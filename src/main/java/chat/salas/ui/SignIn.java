package chat.salas.ui;

import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.flow.Visitor;
import chat.salas.web.ClientAddress;
import chat.salas.web.SessionCookie;
import com.vaadin.flow.component.UI;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** From a sign-in that succeeded to a page of that account. */
@Singleton
final class SignIn {
    private static final int LONGEST_DEVICE = 200;

    private final SessionCookie cookie;
    private final ClientAddress addresses;

    SignIn(SessionCookie cookie, ClientAddress addresses) {
        this.cookie = cookie;
        this.addresses = addresses;
    }

    /** From where the current call comes. */
    Device device() {
        HttpRequest<?> request = request();
        String agent = request.getHeaders().get("User-Agent", String.class, "");
        return new Device(agent.substring(0, Math.min(LONGEST_DEVICE, agent.length())), addresses.of(request));
    }

    /** Hands the browser its session and opens the page anew, as whoever that is. */
    void complete(UI ui, SignedIn signedIn, String destination) {
        Visitor.setCookie(cookie.of(request(), signedIn.token()));
        ui.getPage().setLocation(destination);
    }

    private static HttpRequest<?> request() {
        return Visitor.request().orElseThrow(() -> new IllegalStateException("no call of the page is being answered"));
    }
}
