package chat.salas.ui;

import com.vaadin.flow.component.HasElement;

/**
 * That something was clicked, and nothing else about it. Flow's own click event asks for a dozen numbers about the pointer, and
 * each listener holds its own list of them: more than a kilobyte for a button of every open page.
 */
public final class Press {
    private Press() {}

    /** Does this at each click. */
    public static void on(HasElement button, Runnable done) {
        button.getElement().addEventListener("click", click -> done.run());
    }
}
