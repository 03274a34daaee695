package chat.salas.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import io.micronaut.context.annotation.Prototype;
import java.util.Map;

/** The page around all screens: theme, our stylesheets, icons, server push. */
@Prototype
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://icons.css")
@StyleSheet("context://salas.css")
@StyleSheet("context://chat.css")
@StyleSheet("context://grid.css")
@StyleSheet("context://settings.css")
@StyleSheet("context://admin.css")
public final class SalasShell implements AppShellConfigurator {
    private static final String MARK = "icons/mark.svg";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport(
                "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content");
        settings.addLink(MARK, Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addLink("manifest.webmanifest", Map.of("rel", "manifest"));
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("referrer", "same-origin");
    }
}
