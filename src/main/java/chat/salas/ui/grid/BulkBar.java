package chat.salas.ui.grid;

import chat.salas.ui.Glyph;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Supplier;

/** Says how many rows are selected and what can be done with them; there only while some are. */
final class BulkBar<T> extends Div {
    private final Supplier<Set<T>> selected;
    private final Span count = new Span();
    private final Div actions = new Div();

    BulkBar(Supplier<Set<T>> selected, Runnable clear) {
        this.selected = selected;
        addClassName("bulk-bar");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", getTranslation("grid.actions"));
        count.addClassName("bulk-count");
        count.getElement().setAttribute("role", "status");
        actions.addClassName("bulk-actions");
        Button none = new Button(new Glyph("close"), click -> clear.run());
        none.addThemeVariants(ButtonVariant.TERTIARY);
        none.setAriaLabel(getTranslation("grid.selectNone"));
        none.setTooltipText(getTranslation("grid.selectNone"));
        add(none, count, actions);
        setVisible(false);
    }

    void add(BulkAction<T> action) {
        Button button = new Button(action.words(), new Glyph(action.icon()), click -> run(action));
        if (action.grave()) {
            button.addThemeVariants(ButtonVariant.ERROR);
        }
        actions.add(button);
    }

    void show(int rows) {
        setVisible(rows > 0);
        count.setText(getTranslation("grid.selected", rows));
    }

    private void run(BulkAction<T> action) {
        if (!selected.get().isEmpty()) {
            action.act().accept(selected.get());
        }
    }
}
