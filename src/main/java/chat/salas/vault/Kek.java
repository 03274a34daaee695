package chat.salas.vault;

import chat.salas.kernel.Secret;
import java.nio.ByteBuffer;
import javax.crypto.SecretKey;

/**
 * The server's key, which only wraps other keys. Safe because each wrapped key is bound to its room and version: one put into
 * another room's row does not open.
 */
final class Kek {
    private static final byte ROOM_KEY = 1;
    private static final byte CHECK = 2;
    private static final byte[] CHECK_LABEL = {Aead.FORMAT, CHECK};
    private static final byte[] CHECK_TEXT = new byte[Subkey.BYTES];

    private final SecretKey wrapping;
    private final Aead aead;

    Kek(Secret key, Aead aead) {
        this.wrapping = Subkey.derive(key.expose(), "salas/kek/v1/wrap");
        this.aead = aead;
    }

    byte[] wrap(long roomId, int version, byte[] roomKey) {
        return aead.seal(wrapping, label(roomId, version), roomKey);
    }

    /** @throws CannotOpen unless it was wrapped by this key for this room and version */
    byte[] unwrap(long roomId, int version, byte[] wrapped) {
        return aead.open(wrapping, label(roomId, version), wrapped);
    }

    private static byte[] label(long roomId, int version) {
        return ByteBuffer.allocate(14)
                .put(Aead.FORMAT)
                .put(ROOM_KEY)
                .putLong(roomId)
                .putInt(version)
                .array();
    }

    byte[] makeCheck() {
        return aead.seal(wrapping, CHECK_LABEL, CHECK_TEXT);
    }

    boolean passes(byte[] check) {
        try {
            aead.open(wrapping, CHECK_LABEL, check);
            return true;
        } catch (CannotOpen e) {
            return false;
        }
    }
}
