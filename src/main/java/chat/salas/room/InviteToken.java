package chat.salas.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an invite's link holds: 256 random bits, URL-safe. Safe by shape: cannot be guessed, the server keeps only its hash,
 * and it does not print.
 */
final class InviteToken {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private InviteToken(String text) {
        this.text = text;
    }

    static InviteToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new InviteToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Nothing when it cannot be one. */
    static Optional<InviteToken> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new InviteToken(text)) : Optional.empty();
    }

    String expose() {
        return text;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "InviteToken";
    }
}
