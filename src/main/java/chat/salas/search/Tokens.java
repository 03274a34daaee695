package chat.salas.search;

import chat.salas.vault.SearchIndexKey;

/** Tokens of one room that were made already: most runs of letters come again. For one thread; knows numbers, not keys. */
final class Tokens {
    private static final int BITS = 15;
    private static final int PLACES = 1 << BITS;

    private final long[] grams = new long[PLACES];
    private final int[] tokens = new int[PLACES];

    /** What was made last stands in each place; another in the same place is made again. */
    int of(long gram, SearchIndexKey key) {
        int at = (int) (gram * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
        if (grams[at] != gram) {
            tokens[at] = key.token(Grams.letters(gram));
            grams[at] = gram;
        }
        return tokens[at];
    }
}
