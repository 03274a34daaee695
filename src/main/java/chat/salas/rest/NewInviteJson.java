package chat.salas.rest;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An invite to be made.
 *
 * @param email only the account of this address can use it; absent: whoever has the link
 * @param expiresInHours 1 to 8,760; 168 when absent
 * @param maxUses 1 to 10,000; 1 when absent
 */
@Serdeable
record NewInviteJson(
        @Nullable String email,
        @Nullable Integer expiresInHours,
        @Nullable Integer maxUses) {
    static final NewInviteJson USUAL = new NewInviteJson(null, null, null);
}
