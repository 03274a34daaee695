package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The top of every view inside {@link MainLayout}: the button that opens the rail on narrow screens, the page's one
 * {@code h1}, a line below it, and what can be done here at the end.
 */
public final class ViewHeader extends Header {
    private final H1 title = new H1();
    private final Div line = new Div(title);
    private final Div words = new Div(line);
    private final Div actions = new Div();
    private @Nullable Paragraph subtitle;

    /** @param title of the view, already in the page's language */
    public ViewHeader(String title) {
        addClassName("view-header");
        this.title.addClassName("view-title");
        actions.addClassName("view-actions");
        line.addClassName("view-title-line");
        words.addClassName("view-words");
        add(new LightToggle(getTranslation("rail.open")), words, actions);
        setTitle(title);
    }

    /** The heading. */
    public void setTitle(String text) {
        Markup.text(title, text);
    }

    /** The line below the heading; blank for none. */
    public void setSubtitle(String text) {
        if (subtitle != null) {
            words.remove(subtitle);
            subtitle = null;
        }
        if (!text.isBlank()) {
            subtitle = new Paragraph(text);
            subtitle.addClassName("view-subtitle");
            words.add(subtitle);
        }
    }

    /** Puts small marks (encryption, number of members) behind the heading. */
    public void addBadges(Component... components) {
        line.add(components);
    }

    /** Puts buttons at the end of the header. */
    public void addActions(Component... components) {
        actions.add(components);
    }
}
