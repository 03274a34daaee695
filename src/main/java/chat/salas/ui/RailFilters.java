package chat.salas.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.EnumMap;
import java.util.Map;

/** The chips above the list of rooms; exactly one is pressed. */
final class RailFilters extends Div {
    enum Filter {
        ALL,
        UNREAD,
        OWNED
    }

    private final Map<Filter, NativeButton> chips = new EnumMap<>(Filter.class);
    private final NativeButton unread;
    private final Runnable changed;
    private Filter chosen = Filter.ALL;
    private long told;

    RailFilters(Runnable changed) {
        this.changed = changed;
        addClassName("chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("rail.filter"));
        for (Filter filter : Filter.values()) {
            NativeButton chip = new NativeButton();
            Markup.text(chip, label(filter));
            Press.on(chip, () -> choose(filter));
            chip.addClassName("chip");
            chips.put(filter, chip);
            add(chip);
        }
        unread = java.util.Objects.requireNonNull(chips.get(Filter.UNREAD));
        press();
    }

    Filter chosen() {
        return chosen;
    }

    /** Says behind the word how many rooms have something unread. */
    void showUnread(long rooms) {
        if (rooms != told) {
            told = rooms;
            String label = label(Filter.UNREAD);
            Markup.text(unread, rooms == 0 ? label : label + " " + Unread.number(rooms));
        }
    }

    private void choose(Filter filter) {
        chosen = filter;
        press();
        changed.run();
    }

    private void press() {
        chips.forEach(
                (filter, chip) -> chip.getElement().setAttribute("aria-pressed", Boolean.toString(filter == chosen)));
    }

    private String label(Filter filter) {
        return getTranslation("rail.filter." + filter.name().toLowerCase(java.util.Locale.ROOT));
    }
}
