package chat.salas.account;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bundled list of passwords that are guessed first. It holds words and phrases; each stands for all its variants: other
 * case, the usual digits for letters, digits and signs before and after, and the whole repeated. Runs along the keyboard or
 * the alphabet and passwords of a few different characters are common without a list.
 */
@Singleton
final class CommonPasswords {
    private static final String RESOURCE = "/chat/salas/account/common-passwords.txt";
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORT_BLOCK = 4;
    private static final String[] RUNS = {
        "0123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm",
        "azertyuiopqsdfghjklmwxcvbn",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1q2w3e4r5t6y7u8i9o0p",
        "a1b2c3d4e5f6g7h8i9j0",
        "q1w2e3r4t5y6u7i8o9p0",
    };

    private final Set<String> words;

    CommonPasswords() {
        try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            words = lines.lines().map(word -> letters(plain(word))).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String password) {
        String plain = plain(password);
        String block = block(plain);
        return plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || block.length() <= SHORT_BLOCK
                || isRun(plain)
                || isListed(plain)
                || isListed(block);
    }

    private boolean isListed(String plain) {
        return words.contains(letters(plain)) || words.contains(letters(core(plain)));
    }

    private static boolean isRun(String plain) {
        for (String run : RUNS) {
            String round = run.repeat(2 + plain.length() / run.length());
            if (round.contains(plain) || new StringBuilder(round).reverse().indexOf(plain) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The part that the text repeats, or all of it. */
    private static String block(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.length() % length == 0
                    && text.equals(text.substring(0, length).repeat(text.length() / length))) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Without the digits and signs that people put before and after a word. */
    private static String core(String plain) {
        int from = 0;
        int to = plain.length();
        while (to > 0 && !Character.isLetter(plain.charAt(to - 1))) {
            to--;
        }
        while (from < to && !Character.isLetter(plain.charAt(from))) {
            from++;
        }
        return plain.substring(from, to);
    }

    /** Without the usual disguises of letters, and without what is neither letter nor digit. */
    private static String letters(String plain) {
        StringBuilder folded = new StringBuilder();
        plain.codePoints()
                .map(CommonPasswords::letter)
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int letter(int c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', 'l', '|' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7', '+' -> 't';
            case '8' -> 'b';
            default -> c;
        };
    }
}
