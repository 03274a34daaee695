package chat.salas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class AeadTest {
    private static final Aead AEAD = new Aead(new SecureRandom());

    @Property(tries = 300)
    void anyBytesUnderAnyKeyAndLabelComeBack(@ForAll byte[] text, @ForAll byte[] label, @ForAll @Size(32) byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, "AES");
        assertThat(AEAD.open(secret, label, AEAD.seal(secret, label, text))).isEqualTo(text);
    }

    @Property(tries = 300)
    void anotherLabelOrKeyOpensNothing(@ForAll byte[] text, @ForAll byte[] label, @ForAll @Size(32) byte[] key) {
        SecretKeySpec secret = new SecretKeySpec(key, "AES");
        byte[] sealed = AEAD.seal(secret, label, text);
        byte[] longer = java.util.Arrays.copyOf(label, label.length + 1);
        assertThatThrownBy(() -> AEAD.open(secret, longer, sealed)).isInstanceOf(CannotOpen.class);
        byte[] changed = key.clone();
        changed[31] ^= 1;
        assertThatThrownBy(() -> AEAD.open(new SecretKeySpec(changed, "AES"), label, sealed))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void manyThreadsShareFewCiphersWithoutMixingThemUp() throws Exception {
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        List<Future<Boolean>> all = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                byte[] text = ("text " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                byte[] label = {(byte) i};
                all.add(executor.submit(
                        () -> java.util.Arrays.equals(text, AEAD.open(key, label, AEAD.seal(key, label, text)))));
            }
        }
        for (Future<Boolean> one : all) {
            assertThat(one.get()).isTrue();
        }
    }

    @Test
    void noncesDoNotRepeat() {
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] sealed = AEAD.seal(key, new byte[0], new byte[0]);
            nonces.add(java.util.HexFormat.of().formatHex(sealed, 1, 13));
        }
        assertThat(nonces).hasSize(10_000);
    }

    @Test
    void aKeyOfTheWrongLengthNeverSeals() {
        SecretKeySpec wrong = new SecretKeySpec(new byte[5], "AES");
        assertThatIllegalStateException().isThrownBy(() -> AEAD.seal(wrong, new byte[0], new byte[0]));
    }
}
