package chat.salas.ui;

import com.github.benmanes.caffeine.cache.Interner;
import com.vaadin.flow.component.HasElement;

/**
 * What stands inside a button or a link, as one property of it: a component for each icon and each word would weigh five times
 * as much in every open page. Safe because words are escaped here and nothing else goes in.
 */
public final class Markup {
    /** Pages look much the same: what is equal is held once, for as long as one of them shows it. */
    private static final Interner<String> SHARED = Interner.newWeakInterner();

    private final StringBuilder html = new StringBuilder();

    /** One of our line icons; decoration only, as {@link Glyph}. */
    public Markup icon(String name) {
        html.append("<span class=\"glyph glyph-").append(name).append("\" aria-hidden=\"true\"></span>");
        return this;
    }

    /** Words in an element of their own. */
    public Markup words(String text) {
        html.append("<span>").append(escape(text)).append("</span>");
        return this;
    }

    /** Words in an element with a class of its own. */
    Markup words(String style, String text) {
        html.append("<span class=")
                .append(style)
                .append('>')
                .append(escape(text))
                .append("</span>");
        return this;
    }

    /** Somebody's initials on a colour; decoration only. */
    Markup face(long accountId, String name) {
        html.append("<span class=face data-c=").append(PersonAvatar.colourOf(accountId));
        html.append(" aria-hidden=true>")
                .append(escape(PersonAvatar.initials(name)))
                .append("</span>");
        return this;
    }

    /** A picture of ours that says nothing. */
    Markup image(String path) {
        html.append("<img src=\"").append(path).append("\" alt=\"\">");
        return this;
    }

    /** Takes the place of what is in there; it must have no components in it. */
    public void in(HasElement place) {
        place.getElement().setProperty("innerHTML", SHARED.intern(html.toString()));
    }

    /** Plain words as all that is in an element; {@code getText} does not know of them. */
    public static void text(HasElement place, String text) {
        place.getElement().setProperty("innerHTML", SHARED.intern(escape(text)));
    }

    /** For element content and for attributes in double quotes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
