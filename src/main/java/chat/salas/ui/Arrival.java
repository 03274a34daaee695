package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.account.Sessions;
import chat.salas.kernel.Actor;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What happens once for each page, before its first view: who looks, in which language, light or dark, and who is sent to the
 * sign-in. The answer to who looks comes from the session cookie alone.
 */
@Singleton
final class Arrival implements VaadinServiceInitListener {
    private static final String SESSION_COOKIE = "salas_session";

    private final Sessions sessions;
    private final Accounts accounts;

    Arrival(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(arrived -> greet(arrived.getUI(), VaadinRequest.getCurrent()));
        event.addIndexHtmlRequestListener(this::dress);
    }

    private void greet(UI ui, VaadinRequest request) {
        Optional<Actor> actor = actor(request);
        actor.ifPresent(somebody -> Viewer.keep(ui, somebody));
        ui.setLocale(language(request, actor));
        Theme.chosenIn(request).keep(ui);
        ui.addBeforeEnterListener(new Doorkeeper());
        speakOfConnection(ui);
    }

    /** The first paint has the right language and scheme, so nothing flashes. */
    private void dress(IndexHtmlResponse response) {
        VaadinRequest request = response.getVaadinRequest();
        Element html = response.getDocument().getElementsByTag("html").first();
        if (html != null) {
            html.attr("lang", language(request, actor(request)).toLanguageTag());
            html.attr(
                    "style", "color-scheme: " + Theme.chosenIn(request).scheme().getValue());
        }
    }

    private Optional<Actor> actor(VaadinRequest request) {
        return Preference.Cookies.find(request, SESSION_COOKIE).flatMap(sessions::resolve);
    }

    private Locale language(VaadinRequest request, Optional<Actor> actor) {
        return actor.map(accounts::me)
                .flatMap(account -> Optional.ofNullable(account.locale()).flatMap(Languages::matching))
                .or(() -> Preference.LANGUAGE.in(request).flatMap(Languages::named))
                .orElseGet(() -> Languages.best(Collections.list(request.getLocales())));
    }

    private static void speakOfConnection(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(ui.getTranslation("connection.lost"));
        dialog.setDialogTextGaveUp(ui.getTranslation("connection.gaveUp"));
        dialog.setReconnectAttempts(Integer.MAX_VALUE);
        dialog.setReconnectInterval(2_000);
        ui.getLoadingIndicatorConfiguration().setApplyDefaultTheme(false);
    }
}
