package chat.salas.vault;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a sealed message is bound to. It opens under the same label only, so nobody who writes to the database can move a
 * message to another room, author, time or place in its own history.
 *
 * @param keyVersion from {@link KeyRing#use}
 * @param messageId the sender's own id
 * @param createdAt epoch milliseconds
 * @param revision 0 for the first words, then 1 more for each edit
 */
public record MessageLabel(
        Kind kind, long roomId, int keyVersion, UUID messageId, long authorId, long createdAt, int revision) {
    private static final int BYTES = 1 + 1 + 8 + 4 + 16 + 8 + 8 + 4;

    /** What is sealed. The codes are on disk: never change one. */
    public enum Kind {
        /** A message's text. */
        TEXT(1),
        /** The words of somebody who asks to be let in. */
        REQUEST(2),
        /** Why somebody was banned. */
        BAN(3),
        /** The detail of an audit record. */
        AUDIT(4);

        private final byte code;

        Kind(int code) {
            this.code = (byte) code;
        }
    }

    /** Fixed width, so that no two labels have the same bytes. */
    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(Aead.FORMAT)
                .put(kind.code)
                .putLong(roomId)
                .putInt(keyVersion)
                .putLong(messageId.getMostSignificantBits())
                .putLong(messageId.getLeastSignificantBits())
                .putLong(authorId)
                .putLong(createdAt)
                .putInt(revision)
                .array();
    }
}
