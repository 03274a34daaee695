package chat.salas.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/** A value to take along: shown whole, selected on focus, with a button that copies it and says so. */
public final class CopyField extends Div {
    private final Button copy = new Button(getTranslation("copy"), new Glyph("copy"));
    private final Span said = new Span();

    /** @param value what is copied */
    public CopyField(String label, String value) {
        addClassName("copy-field");
        TextField field = new TextField(label);
        field.setValue(value);
        field.setReadOnly(true);
        field.setAutoselect(true);
        said.addClassName("sr-only");
        said.getElement().setAttribute("role", "status");
        Clipboard.onClick(copy).writeText(value, text -> say("copied", "check"), error -> say("copy.failed", "alert"));
        add(field, copy, said);
    }

    private void say(String key, String icon) {
        copy.setText(getTranslation(key));
        copy.setIcon(new Glyph(icon));
        said.setText(getTranslation(key));
    }
}
