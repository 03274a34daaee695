package chat.salas.kernel;

import chat.salas.kernel.Problem.Refused;
import org.jspecify.annotations.Nullable;

/** What people type, checked at the door: trimmed, of bounded length, without control characters or broken Unicode. */
public final class PlainText {
    private PlainText() {}

    /**
     * A single line.
     *
     * @param min 0 or more, in UTF-16 units after trimming
     * @throws Refused when it is too short or too long, or has control characters, line breaks or unpaired surrogates
     */
    public static String line(String field, @Nullable String value, int min, int max) {
        return check(field, value, min, max, false);
    }

    /** Text of several lines: as {@link #line}, with tabs and line feeds allowed; CR LF becomes LF. */
    public static String text(String field, @Nullable String value, int min, int max) {
        return check(field, value == null ? null : value.replace("\r\n", "\n"), min, max, true);
    }

    private static String check(String field, @Nullable String value, int min, int max, boolean lines) {
        String text = value == null ? "" : value.strip();
        if (text.length() < min || text.length() > max) {
            throw new Refused(field, "length: " + text.length() + " (expected: " + min + ".." + max + ")");
        }
        if (!allAllowed(text, lines)) {
            throw new Refused(field, "has control characters or invalid Unicode");
        }
        return text;
    }

    private static boolean allAllowed(String text, boolean lines) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!allowed(text.codePointAt(i), lines)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(int codePoint, boolean lines) {
        if (codePoint == '\n' || codePoint == '\t') {
            return lines;
        }
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
