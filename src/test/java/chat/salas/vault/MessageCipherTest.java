package chat.salas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.vault.MessageLabel.Kind;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
final class MessageCipherTest {
    private static final byte[] TEXT = "olá, 世界".getBytes(StandardCharsets.UTF_8);
    private static final UUID ID = new UUID(0x0123456789abcdefL, 0xfedcba9876543210L);

    private final KeyRing keys;
    private final MessageCipher cipher;
    private long room;
    private int version;

    MessageCipherTest(KeyRing keys, MessageCipher cipher) {
        this.keys = keys;
        this.cipher = cipher;
    }

    @BeforeEach
    void makeARoom() {
        room = System.nanoTime();
        keys.create(room);
        version = keys.use(room);
    }

    private MessageLabel label() {
        return new MessageLabel(Kind.TEXT, room, version, ID, 7, 1_700_000_000_000L, 0);
    }

    @Test
    void whatWasSealedOpensUnderItsLabel() {
        byte[] sealed = cipher.seal(label(), TEXT);
        assertThat(sealed).hasSize(TEXT.length + MessageCipher.OVERHEAD);
        assertThat(cipher.open(label(), sealed)).isEqualTo(TEXT);
    }

    @Test
    void theSameTextNeverLooksTheSame() {
        assertThat(cipher.seal(label(), TEXT)).isNotEqualTo(cipher.seal(label(), TEXT));
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] sealed = cipher.seal(label(), TEXT);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> cipher.open(label(), changed)).isInstanceOf(CannotOpen.class);
        }
        assertThat(cipher.open(label(), sealed)).isEqualTo(TEXT);
    }

    @Test
    void everyShorterOrLongerLengthIsRefused() {
        byte[] sealed = cipher.seal(label(), TEXT);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> cipher.open(label(), cut)).isInstanceOf(CannotOpen.class);
        }
        assertThatThrownBy(() -> cipher.open(label(), Arrays.copyOf(sealed, sealed.length + 1)))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void everyFlippedBitOfEachPartOfTheLabelIsRefused() {
        byte[] sealed = cipher.seal(label(), TEXT);
        long other = room + 1;
        keys.create(other);
        for (int bit = 0; bit < 64; bit++) {
            long flip = 1L << bit;
            refused(sealed, room ^ flip, version, ID, 7, 1_700_000_000_000L, 0);
            refused(sealed, room, version, flipHigh(flip), 7, 1_700_000_000_000L, 0);
            refused(sealed, room, version, flipLow(flip), 7, 1_700_000_000_000L, 0);
            refused(sealed, room, version, ID, 7 ^ flip, 1_700_000_000_000L, 0);
            refused(sealed, room, version, ID, 7, 1_700_000_000_000L ^ flip, 0);
        }
        for (int bit = 0; bit < 32; bit++) {
            refused(sealed, room, version ^ 1 << bit, ID, 7, 1_700_000_000_000L, 0);
            refused(sealed, room, version, ID, 7, 1_700_000_000_000L, 1 << bit);
        }
        refused(sealed, other, version, ID, 7, 1_700_000_000_000L, 0);
    }

    @SuppressWarnings("TooManyParameters")
    private void refused(byte[] sealed, long roomId, int key, UUID id, long author, long at, int revision) {
        MessageLabel moved = new MessageLabel(Kind.TEXT, roomId, key, id, author, at, revision);
        assertThatThrownBy(() -> cipher.open(moved, sealed))
                .isInstanceOf(CannotOpen.class)
                .hasMessage("cannot be opened")
                .hasNoCause();
    }

    private static UUID flipHigh(long flip) {
        return new UUID(ID.getMostSignificantBits() ^ flip, ID.getLeastSignificantBits());
    }

    private static UUID flipLow(long flip) {
        return new UUID(ID.getMostSignificantBits(), ID.getLeastSignificantBits() ^ flip);
    }

    @Test
    void twoSwappedMessagesOfOneRoomDoNotOpen() {
        MessageLabel first = label();
        MessageLabel second = new MessageLabel(Kind.TEXT, room, version, new UUID(1, 2), 7, 1_700_000_000_001L, 0);
        byte[] one = cipher.seal(first, TEXT);
        byte[] two = cipher.seal(second, TEXT);
        assertThat(cipher.open(first, one)).isEqualTo(cipher.open(second, two));
        assertThatThrownBy(() -> cipher.open(first, two)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> cipher.open(second, one)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aDestroyedKeyOpensAndSealsNothing() {
        byte[] sealed = cipher.seal(label(), TEXT);
        keys.destroy(room);
        assertThatThrownBy(() -> cipher.open(label(), sealed)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> cipher.seal(label(), TEXT)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> keys.use(room)).isInstanceOf(CannotOpen.class);
    }
}
