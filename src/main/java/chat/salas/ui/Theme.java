package chat.salas.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Objects;

/** Light or dark: as the system says unless this browser chose. */
enum Theme {
    SYSTEM(ColorScheme.Value.LIGHT_DARK, "monitor"),
    LIGHT(ColorScheme.Value.LIGHT, "sun"),
    DARK(ColorScheme.Value.DARK, "moon");

    private final ColorScheme.Value scheme;
    private final String icon;

    Theme(ColorScheme.Value scheme, String icon) {
        this.scheme = scheme;
        this.icon = icon;
    }

    static Theme chosenIn(VaadinRequest request) {
        return Preference.THEME.in(request).map(Theme::named).orElse(SYSTEM);
    }

    /** What this page shows. */
    static Theme of(UI ui) {
        return Objects.requireNonNullElse(ComponentUtil.getData(ui, Theme.class), SYSTEM);
    }

    void keep(UI ui) {
        ComponentUtil.setData(ui, Theme.class, this);
    }

    private static Theme named(String value) {
        return switch (value) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> SYSTEM;
        };
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    String icon() {
        return icon;
    }

    /** What the cookie says. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
