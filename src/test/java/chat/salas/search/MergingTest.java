package chat.salas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergingTest {
    private static final int SPAN = Level.SMALL.span();

    private final Random random = new Random(7);
    private final Map<Integer, List<Integer>> all = new TreeMap<>();

    @Test
    void everyTokenOfSeveralPartsIsFoundInTheOneThatIsMadeOfThem() {
        Merging merging = new Merging();
        for (int run = 0; run < 16; run++) {
            merging.add(part(run * SPAN), run * SPAN);
        }
        byte[][] parts = merging.lists().parts(Level.LARGE);
        assertThat(all).hasSizeGreaterThan(300);
        all.forEach((token, offsets) -> assertThat(found(parts, token)).isEqualTo(bits(offsets)));
    }

    @Test
    void thereIsNothingInTheShardsOfOtherTokens() {
        Merging merging = new Merging();
        merging.add(part(List.of(-1), 0), 0);
        byte[][] parts = merging.lists().parts(Level.LARGE);
        assertThat(IntStream.range(0, parts.length).filter(shard -> parts[shard].length > 0))
                .containsExactly(Level.LARGE.shardOf(-1));
    }

    /** Tokens in no order, as older versions wrote them. */
    private byte[] part(int shift) {
        List<Integer> tokens = new ArrayList<>(IntStream.generate(() -> random.nextInt(500) << 23)
                .distinct()
                .limit(300)
                .boxed()
                .toList());
        return part(tokens, shift);
    }

    private byte[] part(List<Integer> tokens, int shift) {
        PartWriter writer = new PartWriter();
        for (int token : tokens) {
            for (int offset = random.nextInt(SPAN); offset < SPAN; offset += 1 + random.nextInt(SPAN)) {
                writer.add(offset);
                all.computeIfAbsent(token, _ -> new ArrayList<>()).add(shift + offset);
            }
            writer.end(token);
        }
        return writer.take();
    }

    private static BitSet found(byte[][] parts, int token) {
        BitSet found = new BitSet();
        Part.find(parts[Level.LARGE.shardOf(token)], token, 0, found);
        return found;
    }

    private static BitSet bits(List<Integer> offsets) {
        BitSet bits = new BitSet();
        offsets.forEach(bits::set);
        return bits;
    }
}
