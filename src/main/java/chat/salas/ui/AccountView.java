package chat.salas.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;

@Prototype
@Route(value = "account", layout = MainLayout.class)
@PermitAll
final class AccountView extends Div implements HasDynamicTitle {
    AccountView() {
        add(new ViewHeader(getTranslation("account.title")));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("account.title"));
    }
}
