package chat.salas.ui;

import com.vaadin.flow.component.avatar.Avatar;
import java.text.BreakIterator;
import java.util.Locale;

/** A person's initials on a quiet colour that is always the same for the same account. */
public final class PersonAvatar extends Avatar {
    private static final int COLOURS = 7;

    /**
     * @param accountId decides the colour
     * @param name decides the initials
     */
    public PersonAvatar(long accountId, String name) {
        super(name);
        setColorIndex(colourOf(accountId));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** 0 to 6, for {@code --vaadin-user-color-N} in a renderer's template. */
    public static int colourOf(long accountId) {
        return Math.floorMod(Long.hashCode(accountId * 0x9E3779B97F4A7C15L) >>> 16, COLOURS);
    }

    /** The first letters of the first and the last word of a name, for a face in a renderer's template. */
    public static String initials(String name) {
        String[] parts = name.strip().split("\\s+");
        String first = firstLetter(parts[0]);
        return (parts.length == 1 ? first : first + firstLetter(parts[parts.length - 1])).toUpperCase(Locale.ROOT);
    }

    private static String firstLetter(String word) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        int end = letters.next();
        return end == BreakIterator.DONE ? "" : word.substring(0, Math.min(end, 8));
    }
}
