package chat.salas.ui.chat;

import chat.salas.room.Encryption;
import chat.salas.room.RoomView;
import chat.salas.ui.Markup;
import chat.salas.ui.Press;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The header's button for searching, the panel while it is open, and where the focus goes when it closes. */
final class SearchSide {
    private final NativeButton button = new NativeButton();
    private @Nullable SearchPanel panel;
    private Runnable giveBack = button::focus;

    SearchSide(Words words, Runnable toggle) {
        button.addClassNames("header-button", "search-button");
        new Markup().icon("search").in(button);
        button.getElement().setAttribute("aria-label", words.say("chat.search"));
        button.getElement().setAttribute("aria-expanded", "false");
        Press.on(button, toggle);
    }

    NativeButton button() {
        return button;
    }

    boolean isOpen() {
        return panel != null;
    }

    /** Another room: what was found in the one before is put away. */
    void enter(RoomView room, Div place) {
        button.setVisible(room.room().encryption() == Encryption.AT_REST);
        giveBack = () -> {};
        close(place);
    }

    /** Where the focus goes when it closes the next time, instead of to the button. */
    void openedFrom(Runnable focus) {
        giveBack = focus;
    }

    void open(Div place, Supplier<SearchPanel> made) {
        if (panel == null) {
            panel = made.get();
            place.add(panel);
            button.getElement().setAttribute("aria-expanded", "true");
        }
        panel.focus();
    }

    void close(Div place) {
        if (panel != null) {
            place.remove(panel);
            panel = null;
            button.getElement().setAttribute("aria-expanded", "false");
            giveBack.run();
        }
        giveBack = button::focus;
    }
}
