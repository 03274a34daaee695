package chat.salas.ui;

import java.text.BreakIterator;
import java.util.Locale;

/** A person's initials on a quiet colour that is always the same for the same account. */
public final class PersonAvatar {
    private static final int COLOURS = 7;

    private PersonAvatar() {}

    /** 0 to 6, for {@code data-c} of a face. */
    public static int colourOf(long accountId) {
        return Math.floorMod(Long.hashCode(accountId * 0x9E3779B97F4A7C15L) >>> 16, COLOURS);
    }

    /** The first letters of the first and the last word of a name, for a face. */
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
