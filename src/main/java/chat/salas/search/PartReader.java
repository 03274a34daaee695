package chat.salas.search;

/** Goes through a part's bytes as {@link PartWriter} makes them, in whatever order its tokens are. */
final class PartReader {
    private final byte[] bytes;
    private int at;
    private int token;
    private int end;
    private int offset;

    PartReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next token, wherever it is in the list of this one. */
    boolean next() {
        at = end;
        if (at == bytes.length) {
            return false;
        }
        token = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            token = token << Byte.SIZE | bytes[at++] & 0xff;
        }
        int length = number();
        end = at + length;
        offset = 0;
        return true;
    }

    int token() {
        return token;
    }

    /** Whether the token's list goes on. */
    boolean hasOffset() {
        return at < end;
    }

    /** The next of the list. */
    int offset() {
        offset += number();
        return offset;
    }

    private int number() {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[at++];
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
