package chat.salas.ui.chat;

import chat.salas.ui.Glyph;
import chat.salas.ui.Press;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** What stands above the composer's field: an answer to what, or an edit. */
final class ComposerMode extends Div {
    private final Span icon = new Span();
    private final Span what = new Span();
    private final Span quote = new Span();

    ComposerMode(Words words, Runnable cancel) {
        addClassName("composer-mode");
        what.addClassName("what");
        quote.addClassName("quoted");
        quote.getElement().setAttribute("dir", "auto");
        NativeButton close = new NativeButton();
        Press.on(close, cancel);
        close.addClassName("icon-button");
        close.add(new Glyph("close"));
        close.getElement().setAttribute("aria-label", words.say("chat.cancel"));
        add(icon, what, quote, close);
    }

    void show(String glyph, String text) {
        icon.removeAll();
        icon.add(new Glyph(glyph));
        what.setText(text);
        quote.setText("");
    }

    void quote(String text) {
        quote.setText(text);
    }
}
