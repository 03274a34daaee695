package chat.salas.vault;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM with random nonces. What comes out is format (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16). The format is the
 * first byte of the associated data too; callers put it there with {@link #FORMAT}.
 */
@Singleton
final class Aead {
    static final byte FORMAT = 1;
    static final int OVERHEAD = 1 + 12 + 16;

    private static final int NONCE = 12;
    private static final int HEADER = 1 + NONCE;
    private static final int TAG_BITS = 128;
    private static final int SPARE_CIPHERS = 16;

    private final SecureRandom random;
    // making a Cipher is dear, and threads are too many to keep one each
    private final Queue<Cipher> spare = new ArrayBlockingQueue<>(SPARE_CIPHERS);

    Aead(SecureRandom random) {
        this.random = random;
    }

    /** Safe for up to 2^32 calls a key, as each nonce is 96 fresh random bits. */
    byte[] seal(SecretKey key, byte[] associated, byte[] plaintext) {
        byte[] sealed = new byte[plaintext.length + OVERHEAD];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        sealed[0] = FORMAT;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, HEADER);
            spare.offer(cipher);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** @throws CannotOpen unless key, associated data and every bit are those of the sealing */
    byte[] open(SecretKey key, byte[] associated, byte[] sealed) {
        if (sealed.length < OVERHEAD || sealed[0] != FORMAT) {
            throw new CannotOpen();
        }
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE));
            cipher.updateAAD(associated);
            byte[] plaintext = cipher.doFinal(sealed, HEADER, sealed.length - HEADER);
            spare.offer(cipher);
            return plaintext;
        } catch (GeneralSecurityException e) {
            throw new CannotOpen();
        }
    }

    private Cipher cipher() throws GeneralSecurityException {
        @Nullable Cipher kept = spare.poll();
        return kept != null ? kept : Cipher.getInstance("AES/GCM/NoPadding");
    }
}
