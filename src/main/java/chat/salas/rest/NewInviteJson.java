package chat.salas.rest;

import chat.salas.room.NewInvite;
import chat.salas.room.NewInvite.Delivery;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invite to be made.
 *
 * @param label for those who look after the room; at most 80 characters
 * @param email only the account of this address can use it, and gets it by mail; absent: whoever has the link
 * @param expiresInHours 1 to 8,760; 168 when absent
 * @param maxUses 1 to 10,000; 1 when absent
 */
@Serdeable
record NewInviteJson(
        @Nullable String label,
        @Nullable String email,
        @Nullable Integer expiresInHours,
        @Nullable Integer maxUses) {
    private static final int WEEK = 168;

    static final NewInviteJson USUAL = new NewInviteJson(null, null, null, null);

    NewInvite with(@Nullable Delivery delivery) {
        return new NewInvite(
                Objects.requireNonNullElse(label, ""),
                email,
                Duration.ofHours(Objects.requireNonNullElse(expiresInHours, WEEK)),
                Objects.requireNonNullElse(maxUses, 1),
                delivery);
    }
}
