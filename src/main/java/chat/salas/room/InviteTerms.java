package chat.salas.room;

import chat.salas.account.EmailAddress;
import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem.Refused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For whom and how long an invite is good, checked. */
record InviteTerms(String label, @Nullable String email, Duration expiresIn, int maxUses) {
    private static final int LONGEST_LABEL = 80;
    private static final long MAX_HOURS = 365 * 24;
    private static final int MAX_USES = 10_000;

    static InviteTerms of(NewInvite wanted) {
        Duration expiresIn = wanted.expiresIn();
        int maxUses = wanted.maxUses();
        if (expiresIn.toHours() < 1 || expiresIn.compareTo(Duration.ofHours(MAX_HOURS)) > 0) {
            throw new Refused("expiresInHours", expiresIn.toHours() + " (expected: 1.." + MAX_HOURS + ")");
        }
        if (maxUses < 1 || maxUses > MAX_USES) {
            throw new Refused("maxUses", maxUses + " (expected: 1.." + MAX_USES + ")");
        }
        return new InviteTerms(
                PlainText.line("label", wanted.label(), 0, LONGEST_LABEL), address(wanted.email()), expiresIn, maxUses);
    }

    private static @Nullable String address(@Nullable String email) {
        return email == null || email.isBlank() ? null : EmailAddress.of(email).value();
    }
}
