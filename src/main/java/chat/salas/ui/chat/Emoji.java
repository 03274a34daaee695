package chat.salas.ui.chat;

import java.util.List;

/** Emoji that people react with, and text that is nothing but emoji. */
final class Emoji {
    /** Offered in the picker, in rows of eight. */
    static final List<String> COMMON = List.of(
            "👍", "👎", "❤️", "😂", "😮", "😢", "🎉", "🙏", "😀", "😄", "😅", "😉", "😊", "😍", "🤔", "😎", "😴", "😬",
            "😭", "😡", "🤯", "🥳", "🤝", "👏", "🙌", "💪", "👋", "👀", "✅", "❌", "⚠️", "❓", "🔥", "⭐", "💡", "🚀",
            "🐛", "☕", "🍕", "💯");

    private static final int MOST_LARGE = 6;

    private Emoji() {}

    /** Whether this is one to six emoji and nothing else, to be shown larger. */
    static boolean only(String text) {
        if (text.length() > 80) {
            return false;
        }
        int[] all = text.codePoints().filter(c -> c != ' ').toArray();
        long pictures = java.util.Arrays.stream(all).filter(Emoji::picture).count();
        return pictures > 0
                && pictures <= 3L * MOST_LARGE
                && java.util.Arrays.stream(all).allMatch(Emoji::part);
    }

    private static boolean picture(int c) {
        return Character.isEmojiPresentation(c) || Character.isExtendedPictographic(c);
    }

    private static boolean part(int c) {
        return picture(c)
                || Character.isEmojiModifier(c)
                || c == 0x200D
                || c == 0xFE0F
                || (c >= 0xE0020 && c <= 0xE007F);
    }
}
