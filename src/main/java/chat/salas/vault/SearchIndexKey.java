package chat.salas.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes a room's search tokens and seals what the index says about them. For one thread. Safe in two ways: a token is an
 * HMAC-SHA-256, so nobody without the key knows of which letters; and lists of tokens are sealed with AES-256-GCM, so nobody
 * can count how often one occurs, which would tell the letters after all.
 */
public final class SearchIndexKey {
    private static final int LABEL_BYTES = 1 + 8 + 4 + 4 + 8 + 8;

    private final long roomId;
    private final Mac mac;
    private final SecretKey sealing;
    private final Aead aead;

    /** Where in the room's index something belongs. */
    public record Place(int level, int shard, long firstSeq, long lastSeq) {}

    SearchIndexKey(long roomId, SecretKey tokens, SecretKey sealing, Aead aead) {
        this.roomId = roomId;
        this.mac = mac(tokens);
        this.sealing = sealing;
        this.aead = aead;
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    /**
     * Four bytes of the HMAC. No more, because no hit is shown before its message was opened and looked at: a collision costs
     * a look, and with 40,000 different tokens in a part one word in 100,000 meets one.
     */
    public int token(String letters) {
        return ByteBuffer.wrap(mac.doFinal(letters.getBytes(StandardCharsets.UTF_8)))
                .getInt();
    }

    /** @return as long as the content + {@link MessageCipher#OVERHEAD} */
    public byte[] seal(Place place, byte[] content) {
        return aead.seal(sealing, label(place), content);
    }

    /** @throws CannotOpen unless it was sealed for this room and place and not a bit has changed */
    public byte[] open(Place place, byte[] sealed) {
        return aead.open(sealing, label(place), sealed);
    }

    private byte[] label(Place place) {
        return ByteBuffer.allocate(LABEL_BYTES)
                .put(Aead.FORMAT)
                .putLong(roomId)
                .putInt(place.level)
                .putInt(place.shard)
                .putLong(place.firstSeq)
                .putLong(place.lastSeq)
                .array();
    }
}
