package chat.salas.account;

import chat.salas.kernel.Problem.Refused;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Which passwords are taken: 10 to 200 characters, and not one that is guessed first. */
@Singleton
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /**
     * @param field the JSON field that is to blame
     * @param owner what everybody knows of its owner: address, name
     * @throws WeakPassword 422
     */
    void check(String field, String password, String... owner) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new WeakPassword(field, "length: " + length + " (expected: " + SHORTEST + ".." + LONGEST + ")");
        }
        requireText(field, password);
        if (common.contains(password)) {
            throw new WeakPassword(field, "is one of the passwords that are guessed first");
        }
        if (Stream.concat(Stream.of(owner), Stream.of("salas")).anyMatch(known -> isSame(known, password))) {
            throw new WeakPassword(field, "is your name or address, or this server's");
        }
    }

    private static boolean isSame(String known, String password) {
        String bare = bare(known);
        return !bare.isEmpty() && bare.equals(bare(password));
    }

    private static String bare(String text) {
        return CommonPasswords.plain(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What is given at a sign-in: anything that could ever have been taken, and nothing larger. */
    static void checkGiven(String field, String password) {
        if (password.isEmpty() || password.codePointCount(0, password.length()) > LONGEST) {
            throw new Refused(field, "length: " + password.length() + " (expected: 1.." + LONGEST + ")");
        }
    }

    private static void requireText(String field, String password) {
        boolean bad = password.codePoints()
                .map(Character::getType)
                .anyMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
        if (bad) {
            throw new Refused(field, "has control characters or invalid Unicode");
        }
    }
}
