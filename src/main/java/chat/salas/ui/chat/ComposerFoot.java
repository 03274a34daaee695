package chat.salas.ui.chat;

import static chat.salas.ui.Markup.escape;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line below the composer: who types, what the keys do or what stands in the way, and how long the text is. */
final class ComposerFoot extends Div {
    private final Words words;
    private final Div typing = new Div();
    private final Span hint = new Span();
    private @Nullable Span count;

    ComposerFoot(Words words) {
        this.words = words;
        addClassName("composer-foot");
        typing.addClassName("typing");
        hint.addClassName("composer-hint");
        hint.getElement().setAttribute("role", "status");
        add(hint);
        free();
    }

    /** The line that {@link #showTyping} fills; stands above the composer. */
    Div typing() {
        return typing;
    }

    /** Fades by itself six seconds after the last news, with no word from the server. */
    void showTyping(List<String> names) {
        typing.removeAll();
        if (!names.isEmpty()) {
            Span who = new Span(words.say(key(names), names.toArray()));
            who.addClassName("who");
            typing.add(who);
        }
    }

    private static String key(List<String> names) {
        return switch (names.size()) {
            case 1 -> "chat.typing.one";
            case 2 -> "chat.typing.two";
            default -> "chat.typing.many";
        };
    }

    void free() {
        getElement().setAttribute("data-state", "free");
        hint(escape(words.say("chat.hint")));
    }

    void complain(String why) {
        getElement().setAttribute("data-state", "problem");
        hint(escape(why));
    }

    /** Counts down in the browser. */
    void blocked(long seconds) {
        getElement().setAttribute("data-state", "problem");
        hint("<span>" + escape(words.say("chat.wait")) + "</span><span class=countdown role=img style=\"--from:"
                + seconds + "\" aria-label=\"" + seconds + "\"></span><span>s</span>");
    }

    private void hint(String html) {
        hint.getElement().setProperty("innerHTML", html);
    }

    void count(int length, int longest, boolean shown) {
        if (count != null) {
            remove(count);
            count = null;
        }
        if (shown) {
            count = new Span(words.say("chat.count", length, longest));
            count.addClassName("count");
            count.getElement().setAttribute("data-over", length > longest);
            add(count);
        }
    }
}
