package chat.salas.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;

@Prototype
@Route(value = "rooms", layout = MainLayout.class)
@PermitAll
final class DirectoryView extends Div implements HasDynamicTitle {
    DirectoryView() {
        add(new ViewHeader(getTranslation("directory.title")));
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("directory.title"));
    }
}
