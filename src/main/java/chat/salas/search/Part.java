package chat.salas.search;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What tokens occur in a run of messages, and in which, to be corrected: numbers count from the run's first message. */
final class Part {
    private final Map<Integer, Postings> byToken = new TreeMap<>(Integer::compareUnsigned);

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

    private Postings of(int token) {
        return byToken.computeIfAbsent(token, _ -> new Postings());
    }

    Map<Integer, Postings> byToken() {
        return byToken;
    }

    byte[] bytes() {
        PartWriter writer = new PartWriter();
        byToken.forEach((token, postings) -> {
            for (int i = 0; i < postings.size(); i++) {
                writer.add(postings.get(i));
            }
            writer.end(token);
        });
        return writer.take();
    }

    /** Sets the bits of those that have the token. */
    static void find(byte[] bytes, int token, int shift, BitSet found) {
        PartReader in = new PartReader(bytes);
        while (in.next()) {
            if (in.token() == token) {
                while (in.hasOffset()) {
                    found.set(shift + in.offset());
                }
                return;
            }
        }
    }

    /**
     * Adds what lies on disk.
     *
     * @param kept which of its numbers are taken
     * @return whether all were
     */
    boolean addAll(byte[] bytes, IntPredicate kept) {
        boolean all = true;
        for (PartReader in = new PartReader(bytes); in.next(); ) {
            while (in.hasOffset()) {
                int offset = in.offset();
                if (kept.test(offset)) {
                    of(in.token()).add(offset);
                } else {
                    all = false;
                }
            }
        }
        return all;
    }
}
