package chat.salas.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that prove somebody, and their hash, which proves nothing to whoever reads the database. */
final class RandomToken {
    private static final int BYTES = 32;
    private static final int LONGEST = 200;

    private RandomToken() {}

    /** Characters that need no escaping in a cookie or header. */
    static String draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 is enough: what is hashed cannot be guessed. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isPlausible(String token) {
        return !token.isEmpty() && token.length() <= LONGEST;
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
