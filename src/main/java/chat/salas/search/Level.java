package chat.salas.search;

/** How many messages a part covers, and into how many shards tokens are dealt. The numbers are on disk: never change one. */
enum Level {
    SMALL(SearchWriter.RUN, 4),
    LARGE(16_384, 8);

    private final int span;
    private final int bits;

    Level(int span, int bits) {
        this.span = span;
        this.bits = bits;
    }

    int span() {
        return span;
    }

    int shards() {
        return 1 << bits;
    }

    int shardOf(int token) {
        return token >>> Integer.SIZE - bits;
    }

    /** The first number of the run that this one is in. */
    long first(long seq) {
        return (seq - 1) / span * span + 1;
    }

    long last(long seq) {
        return first(seq) + span - 1;
    }
}
