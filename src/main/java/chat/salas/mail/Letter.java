package chat.salas.mail;

import chat.salas.kernel.Problem.Refused;
import java.util.regex.Pattern;

/**
 * One mail to one person, as text and as HTML that says the same. Safe by shape: neither the address nor the subject can hold
 * what would begin another header or name another recipient.
 *
 * @param to a single address, without a name
 * @param subject made one line; at most 200 characters of it are kept
 */
public record Letter(String to, String subject, String text, String html) {
    private static final int LONGEST_ADDRESS = 320;
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\p{Cntrl}\\p{Z}\\p{C}()<>\\[\\]:;,\\\\\"@]+@[^\\p{Cntrl}\\p{Z}\\p{C}()<>\\[\\]:;,\\\\\"@]+");

    /** @throws Refused when {@code to} is not one plain address */
    public Letter {
        if (to.length() > LONGEST_ADDRESS || !ADDRESS.matcher(to).matches()) {
            throw new Refused("email", "is not an e-mail address");
        }
        subject = Lines.one(subject);
    }

    @Override
    public String toString() {
        return "Letter";
    }
}
