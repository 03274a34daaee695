package chat.salas.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;

/**
 * Ctrl/Cmd+K: type a few letters of a room's name, Enter goes there. A combobox of plain elements, as the pattern wants it:
 * the focus stays in the field, the arrow keys choose in the list.
 */
final class Switcher extends Dialog {
    private static final int SHOWN = 8;
    private static final String LIST = "switcher-list";

    private final List<RailRow> rows;
    private final Input field = new Input();
    private final Div list = new Div();
    private List<RailRow> found = List.of();
    private int chosen;

    Switcher(List<RailRow> rows) {
        this.rows = rows;
        addClassName("switcher");
        setHeaderTitle(getTranslation("switcher.title"));
        describeField();
        list.setId(LIST);
        list.getElement().setAttribute("role", "listbox");
        list.getElement().setAttribute("aria-label", getTranslation("rail.rooms"));
        Paragraph hint = new Paragraph(getTranslation("switcher.hint"));
        hint.addClassName("hint");
        add(field, list, hint);
        addOpenedChangeListener(opened -> field.focus());
        Shortcuts.addShortcutListener(field, () -> choose(chosen + 1), Key.ARROW_DOWN)
                .listenOn(field);
        Shortcuts.addShortcutListener(field, () -> choose(chosen - 1), Key.ARROW_UP)
                .listenOn(field);
        Shortcuts.addShortcutListener(field, this::enter, Key.ENTER)
                .listenOn(field)
                .resetFocusOnActiveElement();
        find("");
    }

    private void describeField() {
        field.addClassName("switcher-field");
        field.setPlaceholder(getTranslation("switcher.placeholder"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(120);
        field.addValueChangeListener(typed -> find(typed.getValue()));
        field.getElement().setAttribute("role", "combobox");
        field.getElement().setAttribute("aria-label", getTranslation("switcher.title"));
        field.getElement().setAttribute("aria-controls", LIST);
        field.getElement().setAttribute("aria-expanded", "true");
        field.getElement().setAttribute("aria-autocomplete", "list");
        field.getElement().setAttribute("autocomplete", "off");
        field.getElement().setAttribute("autofocus", true);
        field.getElement().setAttribute("maxlength", "80");
    }

    private void find(String typed) {
        found = rows.stream().filter(row -> matches(row, typed)).limit(SHOWN).toList();
        list.removeAll();
        found.forEach(row -> list.add(option(row)));
        choose(0);
    }

    /** Every word typed occurs in the name. */
    private static boolean matches(RailRow row, String typed) {
        String name = row.name().toLowerCase(Locale.ROOT);
        return List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .allMatch(name::contains);
    }

    private Div option(RailRow row) {
        Div option = new Div(new Glyph(row.icon()), new Span(row.name()));
        option.setId(LIST + list.getComponentCount());
        option.addClassName("switcher-row");
        option.getElement().setAttribute("role", "option");
        option.addClickListener(click -> go(row));
        return option;
    }

    private void choose(int wanted) {
        chosen = found.isEmpty() ? 0 : Math.floorMod(wanted, found.size());
        for (int i = 0; i < found.size(); i++) {
            list.getComponentAt(i).getElement().setAttribute("aria-selected", Boolean.toString(i == chosen));
        }
        field.getElement().setAttribute("aria-activedescendant", found.isEmpty() ? "" : LIST + chosen);
    }

    private void enter() {
        if (!found.isEmpty()) {
            go(found.get(chosen));
        }
    }

    private void go(RailRow row) {
        getUI().ifPresent(ui -> ui.navigate("rooms/" + row.slug()));
        close();
    }
}
