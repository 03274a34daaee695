package chat.salas.search;

import java.util.function.LongConsumer;

/**
 * Runs of one to three code points, as one number each: 21 bits a point. A text has all its runs of three, and runs of one and
 * two where a word begins or where no spaces are written.
 */
final class Grams {
    static final int LONGEST = 3;

    private static final int BITS = 21;
    private static final long POINT = (1L << BITS) - 1;

    private Grams() {}

    /** Every run of a text; the same one again for each time it occurs. */
    static void of(FoldedText text, LongConsumer found) {
        for (int at = 1; at < text.size() - 1; at++) {
            long first = text.point(at);
            if (first != FoldedText.GAP) {
                from(text, at, found);
            }
        }
    }

    private static void from(FoldedText text, int at, LongConsumer found) {
        long one = text.point(at);
        long second = text.point(at + 1);
        boolean begins = text.begins(at);
        if (begins) {
            found.accept(one);
        }
        if (second == FoldedText.GAP) {
            return;
        }
        long two = one << BITS | second;
        if (begins) {
            found.accept(two);
        }
        long third = text.point(at + 2);
        if (third != FoldedText.GAP) {
            found.accept(two << BITS | third);
        }
    }

    /**
     * Longest runs of a word: what has the word has all of them.
     *
     * @param step from one to the next
     */
    static void of(int[] word, int step, LongConsumer found) {
        int length = Math.min(word.length, LONGEST);
        for (int at = 0; at + length <= word.length; at += step) {
            found.accept(run(word, at, length));
        }
    }

    private static long run(int[] word, int from, int length) {
        long run = 0;
        for (int at = from; at < from + length; at++) {
            run = run << BITS | word[at];
        }
        return run;
    }

    static String letters(long gram) {
        StringBuilder letters = new StringBuilder(2 * LONGEST);
        for (int shift = BITS * (LONGEST - 1); shift >= 0; shift -= BITS) {
            int point = (int) (gram >>> shift & POINT);
            if (point != 0) {
                letters.appendCodePoint(point);
            }
        }
        return letters.toString();
    }
}
