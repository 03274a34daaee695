package chat.salas.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Locale;

/** Ctrl/Cmd+K: type a few letters of a room's name, Enter goes there. */
final class Switcher extends Dialog {
    private final ComboBox<RailRow> box = new ComboBox<>();

    Switcher(List<RailRow> rows) {
        addClassName("switcher");
        setHeaderTitle(getTranslation("switcher.title"));
        box.setPlaceholder(getTranslation("switcher.placeholder"));
        box.setAriaLabel(getTranslation("switcher.title"));
        box.setWidthFull();
        box.setItemLabelGenerator(RailRow::name);
        box.setItems(Switcher::matches, rows);
        box.setRenderer(
                LitRenderer.<RailRow>of("""
                <span class="switcher-row"><span class="glyph glyph-${item.icon}" aria-hidden="true"></span>${item.name}</span>""").withProperty("icon", RailRow::icon).withProperty("name", RailRow::name));
        box.addValueChangeListener(chosen -> go(chosen.getValue()));
        Paragraph hint = new Paragraph(getTranslation("switcher.hint"));
        hint.addClassName("hint");
        add(box, hint);
        addOpenedChangeListener(opened -> box.setOpened(opened.isOpened()));
        box.setAutofocus(true);
        box.focus();
    }

    /** Every word typed occurs in the name. */
    private static boolean matches(RailRow row, String typed) {
        String name = row.name().toLowerCase(Locale.ROOT);
        return List.of(typed.toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(name::contains);
    }

    private void go(RailRow row) {
        close();
        getUI().ifPresent(ui -> ui.navigate("rooms/" + row.slug()));
    }
}
