package chat.salas.ui.settings;

import chat.salas.room.Encryption;
import chat.salas.room.RoomView;
import chat.salas.ui.Glyph;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.micronaut.context.annotation.Prototype;
import org.jspecify.annotations.Nullable;

/** Who can read the room, in plain words. */
@Prototype
final class EncryptionTab extends SettingsTab {
    private final Div facts = new Div();
    private @Nullable Seat seat;

    EncryptionTab() {
        head("encryption");
        facts.addClassName("facts");
        put(facts);
    }

    @Override
    void enter(Seat taken) {
        seat = taken;
        refresh();
    }

    @Override
    void refresh() {
        if (seat == null) {
            return;
        }
        RoomView view = seat.view();
        String kind = view.room().encryption() == Encryption.E2EE ? "e2ee" : "rest";
        facts.removeAll();
        facts.add(
                fact("users", "settings.encryption.members", view.members()),
                fact("shield", "settings.encryption." + kind + ".others"),
                fact("key", "settings.encryption." + kind + ".operator"),
                fact("trash", "settings.encryption." + kind + ".disk"),
                fact(
                        "history",
                        view.room().newcomersSeeHistory()
                                ? "settings.encryption.newcomers.all"
                                : "settings.encryption.newcomers.later"));
    }

    private Div fact(String icon, String key, Object... parameters) {
        Span title = new Span(getTranslation(key + ".title", parameters));
        title.addClassName("row-title");
        Paragraph words = new Paragraph(getTranslation(key + ".words"));
        words.addClassName("hint");
        Div text = new Div(title, words);
        text.addClassName("row-words");
        Div fact = new Div(new Glyph(icon), text);
        fact.addClassName("fact");
        return fact;
    }
}
