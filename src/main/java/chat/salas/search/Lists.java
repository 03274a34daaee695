package chat.salas.search;

/**
 * Which tokens occur in which messages.
 *
 * @param tokens ascending, taken without sign, so that those of a shard stand together
 * @param ends where the list of each ends among the offsets; it begins where the one before ends
 * @param offsets ascending within a list
 */
record Lists(int[] tokens, int[] ends, int[] offsets) {
    /** Hears of one message that has a token. */
    interface Visitor {
        void visit(int token, int offset);
    }

    /** Sorts by token, as all is sorted here; the number is for whoever sorts. */
    static long order(int token, int number) {
        return (long) (token ^ Integer.MIN_VALUE) << Integer.SIZE | number;
    }

    /** The token of an {@link #order}. */
    static int token(long order) {
        return (int) (order >>> Integer.SIZE) ^ Integer.MIN_VALUE;
    }

    void forEach(Visitor visitor) {
        int at = 0;
        for (int i = 0; i < tokens.length; i++) {
            for (; at < ends[i]; at++) {
                visitor.visit(tokens[i], offsets[at]);
            }
        }
    }

    /** The content of one part a shard; of no length where a shard has no token. */
    byte[][] parts(Level level) {
        byte[][] parts = new byte[level.shards()][];
        PartWriter writer = new PartWriter();
        int next = 0;
        int at = 0;
        for (int shard = 0; shard < parts.length; shard++) {
            for (; next < tokens.length && level.shardOf(tokens[next]) == shard; next++) {
                for (; at < ends[next]; at++) {
                    writer.add(offsets[at]);
                }
                writer.end(tokens[next]);
            }
            parts[shard] = writer.take();
        }
        return parts;
    }
}
