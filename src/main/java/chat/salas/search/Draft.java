package chat.salas.search;

import chat.salas.vault.SearchIndexKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of messages on its way into the index: an open table from runs of letters to the messages that have them, because a
 * message has more than a hundred and each is looked up.
 */
final class Draft {
    private long[] grams = new long[4_096];
    private @Nullable Postings[] postings = new Postings[grams.length];
    private int size;

    /** @param offset not below the one before */
    void add(int offset, String text) {
        Grams.of(FoldedText.of(text), gram -> of(gram).add(offset));
    }

    private Postings of(long gram) {
        int at = place(gram);
        Postings known = postings[at];
        if (known != null) {
            return known;
        }
        Postings fresh = new Postings();
        grams[at] = gram;
        postings[at] = fresh;
        size++;
        if (size * 2 > grams.length) {
            grow();
        }
        return fresh;
    }

    private int place(long gram) {
        int mask = grams.length - 1;
        int at = (int) (gram * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (postings[at] != null && grams[at] != gram) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldGrams = grams;
        @Nullable Postings[] oldPostings = postings;
        grams = new long[oldGrams.length * 2];
        postings = new Postings[grams.length];
        for (int i = 0; i < oldGrams.length; i++) {
            if (oldPostings[i] != null) {
                int at = place(oldGrams[i]);
                grams[at] = oldGrams[i];
                postings[at] = oldPostings[i];
            }
        }
    }

    /** One part a shard. */
    Part[] parts(SearchIndexKey key, Tokens tokens, Level level) {
        Part[] parts = new Part[level.shards()];
        Arrays.setAll(parts, _ -> new Part());
        for (int i = 0; i < grams.length; i++) {
            Postings found = postings[i];
            if (found != null) {
                int token = tokens.of(grams[i], key);
                parts[level.shardOf(token)].put(token, found);
            }
        }
        return parts;
    }
}
