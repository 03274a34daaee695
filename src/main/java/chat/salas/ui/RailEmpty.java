package chat.salas.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in place of the list of rooms when it is empty. */
final class RailEmpty extends Div {
    private final Paragraph words = new Paragraph();

    RailEmpty() {
        addClassName("rail-empty");
        add(words);
        setVisible(false);
    }

    void show(boolean noRooms, boolean nothingShown) {
        words.setText(getTranslation(noRooms ? "rail.empty" : "rail.caughtUp"));
        setVisible(nothingShown);
    }
}
