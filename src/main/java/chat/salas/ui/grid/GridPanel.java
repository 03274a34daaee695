package chat.salas.ui.grid;

import chat.salas.ui.EmptyState;
import chat.salas.ui.Glyph;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grid with all that belongs to it: search above, what can be done with the selected rows below, keys and the hints for
 * them, and a word where there are no rows. A key acts on what is selected or, with nothing selected, on the row that has the
 * focus.
 */
public final class GridPanel<T> extends Composite<Div> {
    private static final int QUIET_MILLIS = 250;

    private final RowGrid<T> rows;
    private final Grid<T> grid;
    private final Div tools = new Div();
    private final Span count = new Span();
    private final Div hints = new Div();
    private final EmptyState empty;
    private final String texts;
    private final BulkBar<T> bar;
    private @Nullable T focused;

    /**
     * @param texts {@code <texts>.none.title} and {@code .words} say that there are no rows, {@code <texts>.count} how many
     * @param icon for the empty state
     */
    public GridPanel(RowGrid<T> rows, String texts, String icon) {
        this.rows = rows;
        this.grid = rows.grid();
        this.texts = texts;
        this.empty = new EmptyState(icon).say(texts + ".none");
        this.bar = new BulkBar<>(grid::getSelectedItems, grid::deselectAll);
        getContent().addClassName("grid-panel");
        tools.addClassName("grid-tools");
        count.addClassName("grid-count");
        count.getElement().setAttribute("role", "status");
        hints.addClassName("grid-keys");
        tools.add(count);
        grid.setEmptyStateComponent(empty);
        rows.onCount(this::counted);
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        Div foot = new Div(hints);
        foot.addClassName("grid-foot");
        getContent().add(tools, rows, bar, foot);
    }

    /** Adds a search field, at the start. */
    public GridPanel<T> searchable() {
        TextField search = new TextField();
        search.setPlaceholder(getTranslation(texts + ".search"));
        search.setAriaLabel(getTranslation(texts + ".search"));
        search.setPrefixComponent(new Glyph("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(QUIET_MILLIS);
        search.setMaxLength(200);
        search.addClassName("grid-search");
        search.addValueChangeListener(change -> rows.search(change.getValue()));
        tools.addComponentAsFirst(search);
        return this;
    }

    /** Adds a filter or a button above the grid, before the number of rows. */
    public GridPanel<T> tool(Component tool) {
        tools.addComponentAtIndex(tools.getComponentCount() - 1, tool);
        return this;
    }

    /** Rows can be selected, and this can be done with them. */
    public GridPanel<T> action(BulkAction<T> action) {
        if (hints.getComponentCount() == 0) {
            selectable();
        }
        bar.add(action);
        if (!action.key().isEmpty()) {
            hint(action.key(), action.words());
            onKey(action.key(), () -> run(action));
        }
        return this;
    }

    private void selectable() {
        rows.selectMany();
        grid.addSelectionListener(
                change -> bar.show(change.getAllSelectedItems().size()));
        grid.addItemClickListener(click -> toggle(click.getItem()));
        hint(" ", getTranslation("grid.key.select"));
        onKey(" ", this::toggleFocused);
    }

    /** On the grid's own rows only: the letters of a search must not approve anybody. */
    private void onKey(String key, Runnable act) {
        grid.getElement()
                .addEventListener("keydown", event -> act.run())
                .setFilter(
                        "event.key.toLowerCase() === '" + key + "' && !event.ctrlKey && !event.metaKey && !event.altKey"
                                + " && !event.repeat && !event.composedPath().some(at => /^(input|vaadin-checkbox)$/i.test(at.localName))")
                .preventDefault();
    }

    private void hint(String key, String words) {
        Span cap = new Span(key.isBlank() || key.length() > 1 ? getTranslation("grid.key." + key.strip()) : key);
        cap.addClassName("key");
        Span hint = new Span(cap, new Span(words));
        hints.add(hint);
    }

    private void toggle(T row) {
        if (grid.getSelectedItems().contains(row)) {
            grid.deselect(row);
        } else {
            grid.select(row);
        }
    }

    private void toggleFocused() {
        if (focused != null) {
            toggle(focused);
        }
    }

    private void run(BulkAction<T> action) {
        Set<T> selected = grid.getSelectedItems();
        if (!selected.isEmpty()) {
            action.act().accept(selected);
        } else if (focused != null) {
            action.act().accept(Set.of(focused));
        }
    }

    private void counted(int number) {
        count.setText(getTranslation(texts + ".count", number));
        empty.say(rows.words().isBlank() ? texts + ".none" : "grid.nothing");
    }
}
