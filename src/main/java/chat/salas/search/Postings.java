package chat.salas.search;

import java.util.Arrays;

/** Ascending numbers, each once. */
final class Postings {
    private int[] offsets = new int[4];
    private int size;

    /** @param offset not below the one before */
    void add(int offset) {
        if (size > 0 && offsets[size - 1] == offset) {
            return;
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = offset;
    }

    /** Puts one in at its place. */
    void insert(int offset) {
        int at = Arrays.binarySearch(offsets, 0, size, offset);
        if (at < 0) {
            int place = -at - 1;
            add(Integer.MAX_VALUE);
            System.arraycopy(offsets, place, offsets, place + 1, size - 1 - place);
            offsets[place] = offset;
        }
    }

    int size() {
        return size;
    }

    int get(int at) {
        return offsets[at];
    }
}
