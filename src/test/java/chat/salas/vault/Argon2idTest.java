package chat.salas.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Argon2idTest {
    private static final byte[] PASSWORD = "password".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final byte[] SALT = "somesalt".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /** From the reference implementation's own tests. */
    @Test
    void hashesAreThoseOfTheReferenceImplementation() {
        Argon2id argon2 = new Argon2id(256);
        assertThat(hex(argon2.hash(PASSWORD, SALT, new Argon2id.Cost(256, 2, 1), 32)))
                .isEqualTo("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
        assertThat(hex(argon2.hash(PASSWORD, SALT, new Argon2id.Cost(256, 2, 2), 32)))
                .isEqualTo("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037");
    }

    @Test
    void memoryThatIsUsedAgainChangesNoResult() {
        Argon2id.Cost cost = new Argon2id.Cost(64, 2, 1);
        Argon2id used = new Argon2id(64);
        byte[] first = used.hash(PASSWORD, SALT, cost, 32);
        assertThat(used.hash(SALT, PASSWORD, new Argon2id.Cost(128, 3, 1), 16)).hasSize(16);
        assertThat(used.hash(PASSWORD, SALT, cost, 32))
                .isEqualTo(first)
                .isEqualTo(new Argon2id(64).hash(PASSWORD, SALT, cost, 32));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
