package chat.salas.account;

import chat.salas.vault.Argon2id;
import chat.salas.vault.Argon2id.Cost;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Argon2id hash of one password with all that it was made of, stored in the usual form of the PHC string. */
final class PasswordHash {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{8,86})\\$([A-Za-z0-9+/]{8,86})");

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    /** A hash that no password fits, as its bytes are chance, and that costs as much to compare with as any other. */
    static PasswordHash ofNobody(Cost cost, byte[] salt, byte[] chance) {
        return new PasswordHash(cost, salt, chance);
    }

    static PasswordHash of(byte[] password, byte[] salt, Cost cost, int length, Argon2id argon2) {
        return new PasswordHash(cost, salt, argon2.hash(password, salt, cost, length));
    }

    /** @throws IllegalArgumentException when it is anything else than what {@link #text} gives */
    static PasswordHash parse(String text) {
        Matcher phc = PHC.matcher(text);
        if (!phc.matches()) {
            throw new IllegalArgumentException("not a password hash of ours");
        }
        Cost cost = new Cost(
                Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(cost, base64.decode(phc.group(4)), base64.decode(phc.group(5)));
    }

    /** Whether it is this password's: does all of the work, and compares in constant time. */
    boolean fits(byte[] password, Argon2id argon2) {
        return MessageDigest.isEqual(argon2.hash(password, salt, cost, hash.length), hash);
    }

    /** Whether it was made with less memory or passes than this. */
    boolean isWeakerThan(Cost wanted) {
        return cost.memoryKib() < wanted.memoryKib() || cost.passes() < wanted.passes();
    }

    /** {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
