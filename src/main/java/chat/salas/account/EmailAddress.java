package chat.salas.account;

import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem.Refused;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as this server compares it: trimmed, NFC, lower case, the domain in Unicode (so that {@code müller.example}
 * and {@code xn--mller-kva.example} are one). Local part: 1..64 characters without white space, control characters and
 * {@code ()<>[]:;,\"@}. Domain: labels of 1..63 letters, digits and inner hyphens, one label is enough ({@code localhost}).
 * At most 254 characters in all. Whether it exists only a mail can tell.
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL = Pattern.compile("[^\\p{Cntrl}\\p{Z}\\p{C}()<>\\[\\]:;,\\\\\"@]{1,64}");
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /** @throws Refused 422 that names the field {@code email} */
    public static EmailAddress of(@Nullable String text) {
        String line = bounded(text);
        int at = line.lastIndexOf('@');
        String local = line.substring(0, Math.max(0, at));
        if (!LOCAL.matcher(local).matches()) {
            throw new Refused("email", "is not an e-mail address");
        }
        return new EmailAddress(local + "@" + domain(line.substring(at + 1)));
    }

    /** Only what every text is checked for; for sign-in, where any unknown address is answered alike. */
    static String bounded(@Nullable String text) {
        String line = PlainText.line("email", text, 1, LONGEST);
        return Normalizer.normalize(line, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String domain(String text) {
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (LABELS.matcher(ascii).matches() && ascii.length() <= LONGEST) {
                return IDN.toUnicode(ascii).toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException e) {
            // a label that cannot be encoded: the same answer as for any other
        }
        throw new Refused("email", "is not an e-mail address");
    }

    /** What stands before the @. */
    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }
}
