package chat.salas.ui;

import chat.salas.account.Office;
import chat.salas.account.Sessions;
import chat.salas.kernel.Actor;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinResponse;
import io.micronaut.context.annotation.Prototype;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * My name at the foot of the rail, and behind it what concerns me: account, appearance, language, sign out. A popover of plain
 * buttons, because everything is one press away then and nothing of it needs a submenu.
 */
@Prototype
final class AccountMenu extends Div implements AfterNavigationObserver {
    private final Sessions sessions;
    private final Profiles profiles;
    private final Office office;
    private @Nullable Anchor administration;

    AccountMenu(Sessions sessions, Profiles profiles, Office office) {
        this.sessions = sessions;
        this.profiles = profiles;
        this.office = office;
        addClassName("account-menu");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        removeAll();
        NativeButton face = face(Viewer.current());
        add(face);
        LatePopover.offer(face, this, () -> popover(event.getUI()));
    }

    private NativeButton face(Actor me) {
        NativeButton face = new NativeButton();
        new Markup()
                .face(me.id(), me.displayName())
                .words("account-name", me.displayName())
                .icon("chevron-up")
                .in(face);
        face.addClassName("account-face");
        return face;
    }

    private Popover popover(UI ui) {
        Popover popover = new Popover();
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setAriaLabel(getTranslation("menu.name"));
        popover.setModal(true);
        popover.addClassName("account-popover");
        RouterLink account = new RouterLink(AccountView.class);
        account.add(new Glyph("user"), new Span(getTranslation("menu.account")));
        account.addClassName("menu-entry");
        NativeButton signOut = new NativeButton("", click -> signOut());
        signOut.add(new Glyph("sign-out"), new Span(getTranslation("menu.signOut")));
        signOut.addClassName("menu-entry");
        popover.add(account, administration(popover), themes(ui), languages(ui), signOut);
        account.getElement().addEventListener("click", click -> popover.close());
        return popover;
    }

    private Anchor administration(Popover popover) {
        Anchor link = new Anchor("/admin");
        link.add(new Glyph("settings"), new Span(getTranslation("menu.admin")));
        link.addClassName("menu-entry");
        link.setVisible(office.isHeldBy(Viewer.current()));
        link.getElement().addEventListener("click", click -> popover.close());
        administration = link;
        return link;
    }

    /** Who was named or dismissed meanwhile finds it there, or no longer. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (administration != null) {
            administration.setVisible(office.isHeldBy(Viewer.current()));
        }
    }

    private Component themes(UI ui) {
        ChoiceChips<Theme> chips = new ChoiceChips<>(
                getTranslation("menu.theme"), theme -> getTranslation("theme." + theme.word()), AccountMenu::choose);
        for (Theme theme : Theme.values()) {
            chips.offer(theme, new Glyph(theme.icon()));
        }
        chips.press(Theme.of(ui));
        return chips;
    }

    private Component languages(UI ui) {
        ChoiceChips<Locale> chips = new ChoiceChips<>(
                getTranslation("menu.language"), Languages::nameOf, language -> profiles.speak(ui, language));
        Languages.ALL.forEach(language ->
                chips.offer(language, new Span()).getElement().setAttribute("lang", language.toLanguageTag()));
        chips.press(ui.getLocale());
        return chips;
    }

    private static void choose(Theme theme) {
        UI ui = UI.getCurrent();
        ui.getPage().setColorScheme(theme.scheme());
        theme.keep(ui);
        if (theme == Theme.SYSTEM) {
            Preference.THEME.forget(VaadinResponse.getCurrent());
        } else {
            Preference.THEME.choose(VaadinResponse.getCurrent(), theme.word());
        }
    }

    /** Over the page's own channel, so no link can do it; the event that follows closes the other tabs. */
    private void signOut() {
        sessions.signOut(Viewer.current());
        UI.getCurrent().getPage().setLocation("/login");
    }
}
