package chat.salas.ui.chat;

import chat.salas.ui.Markup;
import chat.salas.ui.Press;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** The way to the newest message, in its place while one looks elsewhere. */
final class ToEnd extends NativeButton {
    private final Words words;
    private final Div place;

    ToEnd(Words words, Div place, Runnable go) {
        this.words = words;
        this.place = place;
        addClassName("to-end");
        Press.on(this, go);
    }

    /** @param messages how many came meanwhile */
    void show(boolean away, int messages) {
        if (!away) {
            removeFromParent();
        } else {
            if (getParent().isEmpty()) {
                place.add(this);
            }
            new Markup()
                    .words(messages == 0 ? words.say("chat.toEnd") : words.say("chat.waiting", messages))
                    .icon("arrow-down")
                    .in(this);
            getElement().setAttribute("data-waiting", messages > 0);
        }
    }
}
