package chat.salas.rest;

import chat.salas.room.Ban;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is banned.
 *
 * @param bannedBy left out when that is not known
 * @param until null: until it is lifted
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record BanJson(
        String userId,
        String displayName,
        @Nullable PersonJson bannedBy,
        Instant at,
        @Nullable Instant until,
        @Nullable String reason) {
    static BanJson of(Ban ban) {
        return new BanJson(
                Long.toString(ban.accountId()),
                ban.displayName(),
                PersonJson.of(ban.bannedBy(), ban.bannedByName()),
                ban.at(),
                ban.until(),
                ban.reason());
    }
}
