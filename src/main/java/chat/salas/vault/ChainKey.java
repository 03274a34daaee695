package chat.salas.vault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Vouches for records by HMAC-SHA-256. Safe because the key is random, for this alone, and lies in the database only as
 * wrapped by the server's key (so it stays when that one is replaced): who can write to the database cannot make a record that
 * this key vouches for. Thread-safe.
 */
public final class ChainKey {
    private static final String HMAC = "HmacSHA256";

    private final SecretKey key;

    ChainKey(byte[] root) {
        this.key = Subkey.derive(root, "salas/chain/v1/mac");
    }

    /** 32 bytes that nobody else can compute. What goes in must be unambiguous: fixed widths or lengths in front. */
    public byte[] vouch(byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is not available", e);
        }
    }

    /** Whether {@link #vouch} gave this for the content; in constant time. */
    public boolean vouches(byte[] content, byte[] mac) {
        return MessageDigest.isEqual(vouch(content), mac);
    }
}
