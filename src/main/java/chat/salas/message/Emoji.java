package chat.salas.message;

import chat.salas.kernel.Problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One emoji, as Unicode defines them, and nothing else: reactions are no way to write text. */
final class Emoji {
    private static final int MAX_BYTES = 64;
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final String KEYCAP = "[0-9#*]\\x{FE0F}?\\x{20E3}";
    private static final String ONE =
            "[\\p{IsEmoji}&&[^0-9#*\\x{1F1E6}-\\x{1F1FF}]](?:\\p{IsEmoji_Modifier}|\\x{FE0F})?(?:[\\x{E0020}-\\x{E007E}]+\\x{E007F})?";
    private static final Pattern WHOLE = Pattern.compile(FLAG + "|" + KEYCAP + "|" + ONE + "(?:\\x{200D}" + ONE + ")*");

    private Emoji() {}

    /** @throws Refused (422) unless it is exactly one emoji of at most 64 bytes */
    static String check(String emoji) {
        // the length in characters first, so that a long one costs nothing
        boolean brief = emoji.length() <= MAX_BYTES && emoji.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
        if (!brief || !WHOLE.matcher(emoji).matches()) {
            throw new Refused("emoji", "is not one emoji");
        }
        return emoji;
    }
}
