package chat.salas.ui.settings;

import chat.salas.ui.grid.Confirm;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A question that is answered by typing a name: what cannot be taken back must not happen by one click. */
final class NamedConfirm {
    private final Confirm confirm;
    private final TextField typed = new TextField();

    /** @param name that must be typed, without the blanks around it */
    NamedConfirm(Confirm.Question question, String name, Component extent) {
        confirm = new Confirm(question, extent, typed);
        typed.setLabel(typed.getTranslation("settings.danger.type", name));
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.setAutofocus(true);
        typed.getElement().setAttribute("autocomplete", "off");
        typed.addValueChangeListener(change -> confirm.enable(matches(name)));
        confirm.enable(false);
    }

    private boolean matches(String name) {
        return typed.getValue().strip().equals(name.strip());
    }

    <R> void ask(Supplier<R> work, Consumer<R> after) {
        confirm.ask(work, after);
    }
}
