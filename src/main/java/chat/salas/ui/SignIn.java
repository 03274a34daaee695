package chat.salas.ui;

import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.flow.Visitor;
import chat.salas.web.Devices;
import chat.salas.web.SessionCookie;
import com.vaadin.flow.component.UI;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** From a sign-in that succeeded to a page of that account. */
@Singleton
final class SignIn {
    private final SessionCookie cookie;
    private final Devices devices;

    SignIn(SessionCookie cookie, Devices devices) {
        this.cookie = cookie;
        this.devices = devices;
    }

    /** From where the current call comes. */
    Device device() {
        return devices.of(request());
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
