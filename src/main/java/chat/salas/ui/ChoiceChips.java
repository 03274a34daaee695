package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A few choices beside each other under a label, exactly one of them pressed. */
final class ChoiceChips<T> extends Div {
    private final Map<T, NativeButton> chips = new LinkedHashMap<>();
    private final ItemLabelGenerator<T> labels;
    private final Consumer<T> chosen;
    private final Div row = new Div();

    ChoiceChips(String label, ItemLabelGenerator<T> labels, Consumer<T> chosen) {
        this.labels = labels;
        this.chosen = chosen;
        addClassName("choice-chips");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        row.addClassName("chips");
        Span heading = new Span(label);
        heading.addClassName("hint");
        heading.getElement().setAttribute("aria-hidden", "true");
        add(heading, row);
    }

    NativeButton offer(T choice, Component icon) {
        NativeButton chip = new NativeButton();
        chip.add(icon, new Span(labels.apply(choice)));
        chip.addClassName("chip");
        chip.addClickListener(click -> {
            press(choice);
            chosen.accept(choice);
        });
        chips.put(choice, chip);
        row.add(chip);
        return chip;
    }

    void press(T choice) {
        chips.forEach(
                (each, chip) -> chip.getElement().setAttribute("aria-pressed", Boolean.toString(each.equals(choice))));
    }
}
