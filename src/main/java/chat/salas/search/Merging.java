package chat.salas.search;

import java.util.Arrays;

/** Parts of short runs on their way into those of a long one. */
final class Merging {
    private static final int FEW = 1 << 10;

    // a list of one part: its token and number, and by number where it ends among the offsets
    private long[] order = new long[FEW];
    private int[] ends = new int[FEW];
    private int count;

    private int[] offsets = new int[FEW];
    private int size;

    /**
     * Adds a part's content.
     *
     * @param shift how far its first message is from the long run's; greater than the one before
     */
    void add(byte[] content, int shift) {
        PartReader in = new PartReader(content);
        while (in.next()) {
            while (in.hasOffset()) {
                if (size == offsets.length) {
                    offsets = Arrays.copyOf(offsets, size * 2);
                }
                offsets[size++] = shift + in.offset();
            }
            end(in.token());
        }
    }

    private void end(int token) {
        if (count == order.length) {
            order = Arrays.copyOf(order, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        order[count] = Lists.order(token, count);
        ends[count++] = size;
    }

    /** Of one token the lists in the order in which they were added, as one. */
    Lists lists() {
        Arrays.sort(order, 0, count);
        int[] tokens = new int[count];
        int[] last = new int[count];
        int[] sorted = new int[size];
        int different = 0;
        int end = 0;
        for (int i = 0; i < count; i++) {
            int token = Lists.token(order[i]);
            if (i == 0 || token != tokens[different - 1]) {
                tokens[different++] = token;
            }
            end = copy((int) order[i], sorted, end);
            last[different - 1] = end;
        }
        return new Lists(Arrays.copyOf(tokens, different), last, sorted);
    }

    private int copy(int number, int[] sorted, int from) {
        int at = from;
        for (int i = number == 0 ? 0 : ends[number - 1]; i < ends[number]; i++) {
            sorted[at++] = offsets[i];
        }
        return at;
    }
}
