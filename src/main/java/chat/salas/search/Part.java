package chat.salas.search;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What tokens occur in a run of messages, and in which: numbers count from the run's first message. As bytes, each token is
 * four bytes, the length of its list, and the list as differences of seven bits a byte.
 */
final class Part {
    private final Map<Integer, Postings> byToken = new HashMap<>();

    boolean isEmpty() {
        return byToken.isEmpty();
    }

    /** @param offset not below those that the token has */
    void add(int token, int offset) {
        of(token).add(offset);
    }

    /** True when it was not there. */
    boolean insert(int token, int offset) {
        Postings postings = of(token);
        int before = postings.size();
        postings.insert(offset);
        return postings.size() > before;
    }

    void put(int token, Postings postings) {
        byToken.put(token, postings);
    }

    private Postings of(int token) {
        return byToken.computeIfAbsent(token, _ -> new Postings());
    }

    Map<Integer, Postings> byToken() {
        return byToken;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
        byToken.forEach((token, postings) -> write(out, token, postings));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int token, Postings postings) {
        ByteArrayOutputStream list = new ByteArrayOutputStream(postings.size() + 8);
        int before = 0;
        for (int i = 0; i < postings.size(); i++) {
            number(list, postings.get(i) - before);
            before = postings.get(i);
        }
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(token).array());
        number(out, list.size());
        out.writeBytes(list.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left > 0x7f) {
            out.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }

    private static int number(ByteBuffer in) {
        int value = 0;
        int shift = 0;
        int next;
        do {
            next = in.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /** Sets the bits of those that have the token. */
    static void find(byte[] bytes, int token, int shift, BitSet found) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int each = in.getInt();
            int length = number(in);
            int end = in.position() + length;
            if (each == token) {
                for (int offset = shift; in.position() < end; ) {
                    offset += number(in);
                    found.set(offset);
                }
                return;
            }
            in.position(end);
        }
    }

    /**
     * Adds what another part has.
     *
     * @param shift how far its first message is from this one's; not before what was added already
     * @param kept which of its numbers are taken
     * @return whether all were
     */
    boolean addAll(byte[] bytes, int shift, IntPredicate kept) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean all = true;
        while (in.hasRemaining()) {
            int token = in.getInt();
            int length = number(in);
            int end = in.position() + length;
            for (int offset = 0; in.position() < end; ) {
                offset += number(in);
                boolean keep = kept.test(offset);
                all &= keep;
                if (keep) {
                    add(token, shift + offset);
                }
            }
        }
        return all;
    }
}
