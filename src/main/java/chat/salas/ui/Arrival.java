package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Actor.Credential;
import chat.salas.web.Actors;
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
 * sign-in. Who looks is whom the request proved to be, by its session cookie.
 */
@Singleton
final class Arrival implements VaadinServiceInitListener {
    private final Accounts accounts;

    Arrival(Accounts accounts) {
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

    /** A token opens no page: what comes with one is not asked for its origin. */
    private static Optional<Actor> actor(VaadinRequest request) {
        return Actors.of(request.getUserPrincipal()).filter(actor -> actor.credential() instanceof Credential.Session);
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
