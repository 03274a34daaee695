package chat.salas.rest;

import chat.salas.kernel.Problem.Refused;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a member is put out.
 *
 * @param ban whether the member cannot come back; no when absent
 * @param reason for the other admins, at most 500 characters
 * @param until when the ban ends by itself; absent: when it is lifted
 */
@Serdeable
record RemovalJson(
        @Nullable Boolean ban,
        @Nullable String reason,
        @Nullable Instant until) {
    static final RemovalJson USUAL = new RemovalJson(null, null, null);

    boolean isBan() {
        return Boolean.TRUE.equals(ban);
    }

    RemovalJson checked() {
        if (until != null && !isBan()) {
            throw new Refused("until", "only a ban has an end");
        }
        return this;
    }
}
