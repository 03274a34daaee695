package chat.salas.search;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What tokens occur in a run of messages, and in which: numbers count from the run's first message. As bytes, each token is
 * four bytes, the length of its list, and the list as differences of seven bits a byte.
 */
final class Part {
    private final Map<Integer, Postings> byToken = new HashMap<>();

    boolean isEmpty() {
        return byToken.isEmpty();
    }

    /** True when it was not there. */
    boolean insert(int token, int offset) {
        Postings postings = of(token);
        int before = postings.size();
        postings.insert(offset);
        return postings.size() > before;
    }

    /** Takes all of a token at once, also of one that happens to be equal to another. */
    void put(int token, Postings postings) {
        Postings other = byToken.put(token, postings);
        for (int i = 0; other != null && i < other.size(); i++) {
            postings.insert(other.get(i));
        }
    }

    private Postings of(int token) {
        return byToken.computeIfAbsent(token, _ -> new Postings());
    }

    Map<Integer, Postings> byToken() {
        return byToken;
    }

    byte[] bytes() {
        int length = 0;
        for (Postings postings : byToken.values()) {
            int list = length(postings);
            length += Integer.BYTES + length(list) + list;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        byToken.forEach((token, postings) -> write(out.putInt(token), postings));
        return out.array();
    }

    private static void write(ByteBuffer out, Postings postings) {
        number(out, length(postings));
        int before = 0;
        for (int i = 0; i < postings.size(); i++) {
            number(out, postings.get(i) - before);
            before = postings.get(i);
        }
    }

    private static int length(Postings postings) {
        int length = 0;
        int before = 0;
        for (int i = 0; i < postings.size(); i++) {
            length += length(postings.get(i) - before);
            before = postings.get(i);
        }
        return length;
    }

    private static int length(int value) {
        return 1 + (31 - Integer.numberOfLeadingZeros(value | 1)) / 7;
    }

    private static void number(ByteBuffer out, int value) {
        int left = value;
        while (left > 0x7f) {
            out.put((byte) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
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
            @Nullable Postings postings = null;
            for (int offset = 0; in.position() < end; ) {
                offset += number(in);
                boolean keep = kept.test(offset);
                all &= keep;
                if (keep) {
                    postings = postings == null ? of(token) : postings;
                    postings.add(shift + offset);
                }
            }
        }
        return all;
    }
}
