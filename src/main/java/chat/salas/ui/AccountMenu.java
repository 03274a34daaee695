package chat.salas.ui;

import chat.salas.account.Sessions;
import chat.salas.kernel.Actor;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinResponse;
import io.micronaut.context.annotation.Prototype;
import java.util.Locale;

/** My name at the foot of the rail, and behind it what concerns me: profile, theme, language, sign out. */
@Prototype
final class AccountMenu extends MenuBar {
    private final Sessions sessions;
    private final Profiles profiles;

    AccountMenu(Sessions sessions, Profiles profiles) {
        this.sessions = sessions;
        this.profiles = profiles;
        addClassName("account-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        getElement().setAttribute("aria-label", getTranslation("menu.name"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        removeAll();
        fill(addItem(face(Viewer.current())).getSubMenu());
    }

    private Div face(Actor me) {
        Span name = new Span(me.displayName());
        name.addClassName("account-name");
        Div face = new Div(new PersonAvatar(me.id(), me.displayName()), name);
        face.addClassName("account-face");
        return face;
    }

    private void fill(SubMenu menu) {
        menu.addItem(entry("user", "menu.account"), click -> UI.getCurrent().navigate(AccountView.class));
        SubMenu themes = menu.addItem(entry("moon", "menu.theme")).getSubMenu();
        Theme chosen = Theme.chosenIn(com.vaadin.flow.server.VaadinRequest.getCurrent());
        for (Theme theme : Theme.values()) {
            MenuItem item =
                    themes.addItem(entry(theme.icon(), "theme." + theme.word()), click -> choose(theme, themes));
            item.setCheckable(true);
            item.setChecked(theme == chosen);
        }
        SubMenu languages = menu.addItem(entry("globe", "menu.language")).getSubMenu();
        Languages.ALL.forEach(language -> addLanguage(languages, language));
        menu.addSeparator();
        menu.addItem(entry("sign-out", "menu.signOut"), click -> signOut());
    }

    private void addLanguage(SubMenu menu, Locale language) {
        MenuItem item = menu.addItem(Languages.nameOf(language), click -> profiles.speak(UI.getCurrent(), language));
        item.getElement().setAttribute("lang", language.toLanguageTag());
        item.setCheckable(true);
        item.setChecked(language.equals(UI.getCurrent().getLocale()));
    }

    private Div entry(String icon, String key) {
        Div entry = new Div(new Glyph(icon), new Span(getTranslation(key)));
        entry.addClassName("menu-entry");
        return entry;
    }

    private static void choose(Theme theme, SubMenu menu) {
        UI.getCurrent().getPage().setColorScheme(theme.scheme());
        if (theme == Theme.SYSTEM) {
            Preference.THEME.forget(VaadinResponse.getCurrent());
        } else {
            Preference.THEME.choose(VaadinResponse.getCurrent(), theme.word());
        }
        for (int i = 0; i < Theme.values().length; i++) {
            menu.getItems().get(i).setChecked(Theme.values()[i] == theme);
        }
    }

    /** Over the page's own channel, so no link can do it; the event that follows closes the other tabs. */
    private void signOut() {
        UI ui = UI.getCurrent();
        sessions.signOut(Viewer.current());
        ui.getPage().setLocation("/login");
    }
}
