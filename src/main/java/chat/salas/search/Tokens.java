package chat.salas.search;

import chat.salas.vault.SearchIndexKey;

/** Tokens of one room that were made already: most runs of letters come again. For one thread; knows numbers, not keys. */
final class Tokens {
    private static final int PLACES = 1 << 17;

    private final long roomId;
    private final long[] grams = new long[PLACES];
    private final int[] tokens = new int[PLACES];

    Tokens(long roomId) {
        this.roomId = roomId;
    }

    boolean isOf(long room) {
        return roomId == room;
    }

    /** What was made last stands in each place; another in the same place is made again. */
    int of(long gram, SearchIndexKey key) {
        int at = (int) (gram * 0x9E3779B97F4A7C15L >>> 47);
        if (grams[at] != gram) {
            tokens[at] = key.token(Grams.letters(gram));
            grams[at] = gram;
        }
        return tokens[at];
    }
}
