package chat.salas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;

class DraftTest {
    private final Random random = new Random(3);
    private final Map<Integer, BitSet> expected = new HashMap<>();

    @Test
    void eachTokenIsFoundInTheMessagesThatHaveIt() {
        assertThat(drafted(Long::hashCode)).hasSizeGreaterThan(10_000);
    }

    @Test
    void runsOfLettersThatHaveTheSameTokenAreFoundTogether() {
        assertThat(drafted(gram -> Long.hashCode(gram) % 300 << 23)).hasSizeBetween(200, 700);
    }

    private Map<Integer, BitSet> drafted(LongToIntFunction tokens) {
        Set<Long> grams = new HashSet<>();
        Draft draft = new Draft(tokens);
        for (int offset = 0; offset < Level.SMALL.span(); offset++) {
            String text = text();
            int at = offset;
            Grams.of(FoldedText.of(text), gram -> {
                grams.add(gram);
                expected.computeIfAbsent(tokens.applyAsInt(gram), _ -> new BitSet())
                        .set(at);
            });
            draft.add(offset, text);
        }
        assertThat(grams).hasSizeGreaterThan(10_000);
        byte[][] parts = draft.lists().parts(Level.SMALL);
        expected.forEach((token, messages) -> assertThat(found(parts, token)).isEqualTo(messages));
        return expected;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.appendCodePoint(random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(26));
        }
        return text.toString();
    }

    private static BitSet found(byte[][] parts, int token) {
        BitSet found = new BitSet();
        Part.find(parts[Level.SMALL.shardOf(token)], token, 0, found);
        return found;
    }
}
