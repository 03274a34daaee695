package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A view without content says so, and what to do about it. */
public final class EmptyState extends Div {
    private final HtmlContainer title;
    private final Paragraph words = new Paragraph();
    private final Div actions = new Div();

    /** @param icon an icon of {@code icons.css} */
    public EmptyState(String icon) {
        this(icon, new H2());
    }

    private EmptyState(String icon, HtmlContainer title) {
        this.title = title;
        addClassName("empty-state");
        Div picture = new Div(new Glyph(icon));
        picture.addClassName("empty-picture");
        actions.addClassName("empty-actions");
        add(picture, title, words, actions);
    }

    /** For a page that is nothing else, and so needs its {@code h1} here. */
    static EmptyState page(String icon) {
        return new EmptyState(icon, new H1());
    }

    /** Shows the texts {@code <key>.title} and {@code <key>.words}. */
    public EmptyState say(String key) {
        title.setText(getTranslation(key + ".title"));
        words.setText(getTranslation(key + ".words"));
        return this;
    }

    /** Offers these instead of what was offered before. */
    public EmptyState offer(Component... buttons) {
        actions.removeAll();
        actions.add(buttons);
        return this;
    }
}
