package chat.salas.room;

import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem.Refused;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** For whom and how long an invite is good, checked. */
record InviteTerms(@Nullable String email, Duration expiresIn, int maxUses) {
    private static final int MAX_EMAIL = 254;
    private static final long MAX_HOURS = 365 * 24;
    private static final int MAX_USES = 10_000;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

    static InviteTerms of(@Nullable String email, Duration expiresIn, int maxUses) {
        if (expiresIn.toHours() < 1 || expiresIn.compareTo(Duration.ofHours(MAX_HOURS)) > 0) {
            throw new Refused("expiresInHours", expiresIn.toHours() + " (expected: 1.." + MAX_HOURS + ")");
        }
        if (maxUses < 1 || maxUses > MAX_USES) {
            throw new Refused("maxUses", maxUses + " (expected: 1.." + MAX_USES + ")");
        }
        return new InviteTerms(address(email), expiresIn, maxUses);
    }

    private static @Nullable String address(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return null;
        }
        String address = PlainText.line("email", email, 3, MAX_EMAIL).toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(address).matches()) {
            throw new Refused("email", "is not an e-mail address");
        }
        return address;
    }
}
