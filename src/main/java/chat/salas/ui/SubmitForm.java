package chat.salas.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/**
 * A real HTML form with a real submit button, because password managers and the Enter key know those. The browser sends
 * nothing by itself: submitting runs {@code submit} here, after the fields told their values.
 */
@Tag("form")
final class SubmitForm extends HtmlContainer {
    private final Div alert = new Div();
    private final NativeButton button;

    SubmitForm(String action, Runnable submit) {
        button = new NativeButton(action);
        button.addClassName("primary-button");
        button.getElement().setAttribute("type", "submit");
        alert.addClassName("form-alert");
        alert.getElement().setAttribute("role", "alert");
        addClassName("form");
        getElement().setAttribute("novalidate", true);
        getElement().setAttribute("method", "post");
        getElement().addEventListener("submit", event -> submit.run()).preventDefault();
        add(alert, button);
        clear();
    }

    /** Puts fields between the alert and the button. */
    void addFields(com.vaadin.flow.component.Component... fields) {
        for (var field : fields) {
            getElement().insertChild(getElement().getChildCount() - 1, field.getElement());
        }
    }

    /** Says what is wrong with the whole of it; read aloud at once. */
    void alert(String message) {
        alert.setText(message);
        alert.setVisible(true);
    }

    void clear() {
        alert.setVisible(false);
        alert.setText("");
    }
}
