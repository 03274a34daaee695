package chat.salas.search;

import chat.salas.kernel.FoldedName;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A text as a search sees it: words of code points without case and accents, with one {@link #GAP} before, between and after
 * them. Knows of each point where in the text it comes from.
 */
final class FoldedText {
    /** Stands between words. */
    static final int GAP = 0;

    private static final int[] NOTHING = {};
    private static final int[] BREAK = {GAP};
    private static final int BASIC = 0x10000;
    private static final int ASCII_END = 0x80;
    private static final int LATIN_END = 0x0E00;
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    /** What has been folded once; each is equal whoever makes it. */
    private static final AtomicReferenceArray<int @Nullable []> KNOWN = new AtomicReferenceArray<>(BASIC);

    private int[] points;
    private int[] sources;
    private int size;

    private FoldedText(int length) {
        points = new int[length + 2];
        sources = new int[length + 2];
    }

    static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text.length());
        folded.add(GAP, 0);
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (point >= 'a' && point <= 'z') {
                folded.add(point, at);
            } else {
                folded.addAll(folded(point), at);
            }
            at += Character.charCount(point);
        }
        folded.add(GAP, text.length());
        return folded;
    }

    private void add(int point, int source) {
        if (point == GAP && size > 0 && points[size - 1] == GAP) {
            return;
        }
        if (size == points.length) {
            points = Arrays.copyOf(points, size * 2);
            sources = Arrays.copyOf(sources, size * 2);
        }
        points[size] = point;
        sources[size++] = source;
    }

    private void addAll(int[] more, int source) {
        for (int each : more) {
            add(each, source);
        }
    }

    private static int[] folded(int point) {
        if (point >= BASIC) {
            return fold(point);
        }
        int[] known = KNOWN.get(point);
        if (known == null) {
            known = fold(point);
            KNOWN.set(point, known);
        }
        return known;
    }

    private static int[] fold(int point) {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
            return BREAK;
        }
        return FoldedName.of(Character.toString(point))
                .value()
                .codePoints()
                .flatMap(each -> Arrays.stream(word(each)))
                .toArray();
    }

    private static int[] word(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.NON_SPACING_MARK -> NOTHING;
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL -> BREAK;
            default -> new int[] {point};
        };
    }

    int size() {
        return size;
    }

    int point(int at) {
        return points[at];
    }

    /** Where in the text, in UTF-16 units, the point at this place comes from. */
    int source(int at) {
        return sources[at];
    }

    /** Whether something short may begin here: a word does, or it is written without spaces. */
    boolean begins(int at) {
        return points[at - 1] == GAP || unspaced(points[at]) || unspaced(points[at - 1]);
    }

    private static boolean unspaced(int point) {
        if (point < ASCII_END) {
            return false;
        }
        if (point < LATIN_END) {
            return Character.getType(point) == Character.OTHER_SYMBOL;
        }
        return Character.getType(point) == Character.OTHER_SYMBOL || UNSPACED.contains(UnicodeScript.of(point));
    }
}
