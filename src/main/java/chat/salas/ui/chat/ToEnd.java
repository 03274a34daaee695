package chat.salas.ui.chat;

import chat.salas.ui.Markup;
import chat.salas.ui.Press;
import com.vaadin.flow.component.html.NativeButton;

/** The way to the newest message, there while one looks elsewhere. */
final class ToEnd extends NativeButton {
    private final Words words;

    ToEnd(Words words, Runnable go) {
        this.words = words;
        addClassName("to-end");
        Press.on(this, go);
        setVisible(false);
    }

    /** @param messages how many came meanwhile */
    void show(boolean away, int messages) {
        setVisible(away);
        if (away) {
            new Markup()
                    .words(messages == 0 ? words.say("chat.toEnd") : words.say("chat.waiting", messages))
                    .icon("arrow-down")
                    .in(this);
            getElement().setAttribute("data-waiting", messages > 0);
        }
    }
}
