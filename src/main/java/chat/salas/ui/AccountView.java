package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.account.Sessions;
import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;

/** What concerns me: name, language, password, where I am signed in, how I leave for good. */
@Prototype
@Route(value = "account", layout = MainLayout.class)
@PermitAll
final class AccountView extends Div implements HasDynamicTitle {
    AccountView(Accounts accounts, Sessions sessions, Tokens tokens, Profiles profiles) {
        Actor me = Viewer.current();
        addClassName("account");
        Div sections = new Div(
                new ProfileSection(accounts, profiles, me),
                new PasswordSection(accounts, me),
                new SessionsSection(sessions, me),
                new TokensSection(tokens, me),
                new DeletionSection(accounts, me));
        sections.addClassName("account-sections");
        ViewHeader header = new ViewHeader(getTranslation("account.title"));
        header.setSubtitle(accounts.me(me).email());
        add(header, sections);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("account.title"));
    }
}
