package chat.salas.search;

import java.util.Arrays;

/**
 * Makes a part's bytes, token after token: each is four bytes, the length of its list, and the list as differences of seven
 * bits a byte. Used again and again, so that nothing is made for a token but its bytes.
 */
final class PartWriter {
    private static final int LONGEST = 5;

    private byte[] bytes = new byte[1 << 14];
    private int size;
    private byte[] list = new byte[1 << 8];
    private int length;
    private int before;

    /** @param offset greater than the one before in the same list, 0 or more */
    void add(int offset) {
        if (list.length - length < LONGEST) {
            list = Arrays.copyOf(list, list.length * 2);
        }
        length = number(list, length, offset - before);
        before = offset;
    }

    /** Whose list it was that was added. */
    void end(int token) {
        int needed = size + Integer.BYTES + LONGEST + length;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (token >>> shift);
        }
        size = number(bytes, size, length);
        System.arraycopy(list, 0, bytes, size, length);
        size += length;
        length = 0;
        before = 0;
    }

    private static int number(byte[] out, int from, int value) {
        int at = from;
        int left = value;
        while (left > 0x7f) {
            out[at++] = (byte) (left & 0x7f | 0x80);
            left >>>= 7;
        }
        out[at++] = (byte) left;
        return at;
    }

    /** What was written since the last time; nothing where no token was. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }
}
