package chat.salas.ui.chat;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/** The field that one writes into; grows with its text. */
final class ComposerField extends TextArea {
    private static final int TALLEST = 10;
    private static final int CALM_MILLIS = 300;

    ComposerField() {
        setMinRows(1);
        setMaxRows(TALLEST);
        setWidthFull();
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(CALM_MILLIS);
    }

    void name(String name) {
        setAriaLabel(name);
        setPlaceholder(name);
    }

    /**
     * Only the browser is told that it is: what was written just before arrives a moment later and stays, where Flow would put
     * back what it knew.
     */
    @Override
    public boolean isReadOnly() {
        return false;
    }

    /** Also where the server does not know yet what the browser did to the field. */
    void fill(String text) {
        setValue(text);
        Scripts.setValue(getElement(), text);
    }

    /** Puts text before what is in the field by now. */
    void giveBack(String text) {
        Scripts.giveBack(getElement(), text);
    }

    /** Enter says nothing while it is blocked. */
    void block(boolean blocked) {
        getElement().setAttribute("blocked", blocked);
    }
}
