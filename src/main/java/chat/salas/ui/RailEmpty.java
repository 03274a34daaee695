package chat.salas.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands in place of the list of rooms when it is empty. */
final class RailEmpty extends Div {
    private final Paragraph words = new Paragraph();
    private final Button create;
    private final Button invited =
            new Button(getTranslation("rail.invited"), new Glyph("link"), click -> InviteLinkDialog.any()
                    .open());

    RailEmpty(Runnable createRoom) {
        create = new Button(getTranslation("rail.create"), new Glyph("plus"), click -> createRoom.run());
        addClassName("rail-empty");
        add(words, create, invited);
    }

    /** @param noRooms whether there is none at all, rather than none that passes the filter */
    void show(boolean noRooms, RailFilters.Filter filter) {
        words.setText(getTranslation(key(noRooms, filter)));
        invited.setVisible(noRooms);
        create.setVisible(noRooms || filter == RailFilters.Filter.OWNED);
    }

    private static String key(boolean noRooms, RailFilters.Filter filter) {
        if (noRooms) {
            return "rail.empty";
        }
        return filter == RailFilters.Filter.OWNED ? "rail.noneOwned" : "rail.caughtUp";
    }
}
