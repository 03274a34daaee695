package chat.salas.flow;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;
import java.util.Map;

@Prototype
@Requires(property = "flow.test")
@StyleSheet(Aura.STYLESHEET)
public final class TestShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("data:,", Map.of("rel", "icon"));
    }
}
