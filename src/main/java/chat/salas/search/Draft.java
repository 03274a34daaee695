package chat.salas.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongToIntFunction;

/**
 * A run of messages on its way into the index. A message has more than a hundred runs of letters, and each is looked up: so an
 * open table gives the number of each one's token, which is written down with the message, and all is put in order at the end.
 */
final class Draft {
    private static final int FEW = 1 << 11;

    private final LongToIntFunction tokens;

    // runs of letters, from 1 on; an empty place of the table is 0
    private int[] table = new int[2 * FEW];
    private long[] grams = new long[FEW];
    private int[] numberOf = new int[FEW];
    private int known;

    // tokens, by number; two runs of letters may have the same
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private int[] counts = new int[FEW];
    private int[] last = new int[FEW];

    // number and offset, as they came
    private long[] said = new long[FEW];
    private int size;

    /** @param tokens of runs of letters */
    Draft(LongToIntFunction tokens) {
        this.tokens = tokens;
    }

    /** @param offset not below the one before */
    void add(int offset, String text) {
        Grams.of(FoldedText.of(text), gram -> say(number(gram), offset));
    }

    private void say(int number, int offset) {
        if (counts[number] > 0 && last[number] == offset) {
            return;
        }
        counts[number]++;
        last[number] = offset;
        if (size == said.length) {
            said = Arrays.copyOf(said, size * 2);
        }
        said[size++] = (long) number << Integer.SIZE | offset;
    }

    private int number(long gram) {
        int at = place(gram);
        if (table[at] == 0) {
            if (known + 1 == grams.length) {
                grow();
                at = place(gram);
            }
            table[at] = ++known;
            grams[known] = gram;
            numberOf[known] = numberOf(tokens.applyAsInt(gram));
        }
        return numberOf[table[at]];
    }

    private int numberOf(int token) {
        int fresh = numbers.size();
        Integer before = numbers.putIfAbsent(token, fresh);
        return before == null ? fresh : before;
    }

    private int place(long gram) {
        int mask = table.length - 1;
        int at = (int) (gram * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (table[at] != 0 && grams[table[at]] != gram) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        table = new int[table.length * 2];
        int most = grams.length * 2;
        grams = Arrays.copyOf(grams, most);
        numberOf = Arrays.copyOf(numberOf, most);
        counts = Arrays.copyOf(counts, most);
        last = Arrays.copyOf(last, most);
        for (int each = 1; each <= known; each++) {
            table[place(grams[each])] = each;
        }
    }

    Lists lists() {
        long[] order = order();
        int[] ordered = new int[order.length];
        int[] ends = new int[order.length];
        int[] next = new int[order.length];
        int end = 0;
        for (int i = 0; i < order.length; i++) {
            int number = (int) order[i];
            ordered[i] = Lists.token(order[i]);
            next[number] = end;
            end += counts[number];
            ends[i] = end;
        }
        return new Lists(ordered, ends, offsets(next));
    }

    /** The numbers of the tokens by token. */
    private long[] order() {
        long[] order = new long[numbers.size()];
        numbers.forEach((token, number) -> order[number] = Lists.order(token, number));
        Arrays.sort(order);
        return order;
    }

    /** @param next where the list of each number begins */
    private int[] offsets(int[] next) {
        int[] offsets = new int[size];
        for (int i = 0; i < size; i++) {
            offsets[next[(int) (said[i] >>> Integer.SIZE)]++] = (int) said[i];
        }
        return offsets;
    }
}
