package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.ui.Markup;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** Reads new messages out to those who do not see them, and nothing of the history. */
final class Announcer extends Div {
    private static final int MOST = 200;

    private final Words words;

    Announcer(Words words) {
        this.words = words;
        addClassName("sr-only");
        getElement().setAttribute("aria-live", "polite");
    }

    void read(List<Message> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        Message last = arrived.getLast();
        String text = last.text() == null ? "" : Markdown.words(last.text(), MOST);
        String said = Markdown.withoutOverrides(last.author().displayName()) + ": " + text;
        announce(arrived.size() == 1 ? said : words.say("chat.arrived", arrived.size()) + " " + said);
    }

    /** Only what changes is read out, so the same words said again get a space that nobody sees. */
    private void announce(String said) {
        boolean again = Markup.escape(said).equals(getElement().getProperty("innerHTML"));
        Markup.text(this, again ? said + "\u00a0" : said);
    }
}
