package chat.salas.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Words of which a text must have every one, whatever their case and accents. Three letters and more are found anywhere in a
 * word, less only where one begins; in scripts that are written without spaces anything is found anywhere.
 */
public final class SearchQuery {
    /** As many runs as the index is asked for; the rest is for the look at the text. */
    private static final int MAX_GRAMS = 24;

    private final List<int[]> words;

    private SearchQuery(List<int[]> words) {
        this.words = words;
    }

    /** A part of a text, in UTF-16 units. */
    public record Mark(int start, int end) {}

    /** Of what somebody typed; should be bounded by then. */
    public static SearchQuery of(String typed) {
        FoldedText text = FoldedText.of(typed);
        List<int[]> words = new ArrayList<>();
        int start = 1;
        for (int at = 1; at < text.size(); at++) {
            if (text.point(at) == FoldedText.GAP) {
                add(words, text, start, at);
                start = at + 1;
            }
        }
        return new SearchQuery(words);
    }

    private static void add(List<int[]> words, FoldedText text, int start, int end) {
        int[] word = new int[end - start];
        Arrays.setAll(word, i -> text.point(start + i));
        if (words.stream().noneMatch(known -> Arrays.equals(known, word))) {
            words.add(word);
        }
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the text has all the words. */
    public boolean matches(String text) {
        FoldedText folded = FoldedText.of(text);
        return !isEmpty() && words.stream().allMatch(word -> next(folded, word, 1) >= 0);
    }

    /** Where the words are in a text, ascending; they may overlap. */
    public List<Mark> marks(String text) {
        FoldedText folded = FoldedText.of(text);
        List<Mark> marks = new ArrayList<>();
        for (int[] word : words) {
            for (int at = next(folded, word, 1); at >= 0; at = next(folded, word, at + word.length)) {
                marks.add(new Mark(folded.source(at), end(text, folded, at + word.length)));
            }
        }
        marks.sort((one, other) -> Integer.compare(one.start, other.start));
        return marks;
    }

    /** Where the text goes on after the last point that belongs to it; what is not heard of belongs to what it follows. */
    private static int end(String text, FoldedText folded, int after) {
        int last = folded.source(after - 1);
        int next = folded.source(after);
        return next > last ? next : Math.min(text.length(), text.offsetByCodePoints(last, 1));
    }

    private static int next(FoldedText text, int[] word, int from) {
        boolean anywhere = word.length >= Grams.LONGEST;
        for (int at = from; at + word.length < text.size(); at++) {
            if (stands(text, word, at) && (anywhere || text.begins(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean stands(FoldedText text, int[] word, int from) {
        for (int i = 0; i < word.length; i++) {
            if (text.point(from + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** What every text that matches has in the index. */
    long[] grams() {
        LongStream.Builder all = LongStream.builder();
        // first a few of every word, then all that overlap, so that a long word leaves room for the others
        words.forEach(word -> Grams.of(word, Grams.LONGEST, all));
        words.forEach(word -> Grams.of(word, 1, all));
        return all.build().distinct().limit(MAX_GRAMS).toArray();
    }
}
