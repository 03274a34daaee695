package chat.salas.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChainKeyTest {
    private static final byte[] ROOT = new byte[32];
    private static final byte[] CONTENT = {1, 2, 3};

    private final ChainKey key = new ChainKey(ROOT);

    @Test
    void vouchesForWhatItVouchedFor() {
        assertThat(key.vouch(CONTENT)).hasSize(32);
        assertThat(new ChainKey(ROOT).vouches(CONTENT, key.vouch(CONTENT))).isTrue();
    }

    @Test
    void vouchesForNothingElse() {
        for (int bit = 0; bit < CONTENT.length * 8; bit++) {
            byte[] other = CONTENT.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.vouches(other, key.vouch(CONTENT))).isFalse();
        }
        for (int bit = 0; bit < 256; bit++) {
            byte[] mac = key.vouch(CONTENT);
            mac[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.vouches(CONTENT, mac)).isFalse();
        }
    }

    @Test
    void anotherKeyVouchesForNothingOfThis() {
        byte[] other = ROOT.clone();
        other[31] = 1;
        assertThat(new ChainKey(other).vouches(CONTENT, key.vouch(CONTENT))).isFalse();
    }
}
