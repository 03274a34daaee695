package chat.salas.ui;

import chat.salas.account.Accounts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Changes what a page shows of its viewer's choices. */
@Singleton
final class Profiles {
    private final Accounts accounts;

    Profiles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Turns the page to another language, for the account when somebody is signed in and for this browser. */
    void speak(UI ui, Locale language) {
        Viewer.of(ui).ifPresent(actor -> accounts.update(actor, null, language));
        Preference.LANGUAGE.choose(VaadinResponse.getCurrent(), language.toLanguageTag());
        ui.getPage().reload();
    }
}
