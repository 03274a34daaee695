package chat.salas.rest;

import chat.salas.kernel.Problem.Malformed;
import chat.salas.room.AccessRequests;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks to be let in.
 *
 * @param message what they say to it
 */
@Serdeable
@Schema(name = "AccessRequest")
record AccessRequestJson(
        String userId, String displayName, @Nullable String message, Instant createdAt) {
    static AccessRequestJson of(AccessRequests.Entry entry) {
        return new AccessRequestJson(
                Long.toString(entry.accountId()), entry.displayName(), entry.message(), entry.createdAt());
    }

    /**
     * A request to be made.
     *
     * @param message at most 500 characters, several lines
     */
    @Serdeable
    @Schema(name = "NewAccessRequest")
    record New(@Nullable String message) {}

    /**
     * Whose requests to decide.
     *
     * @param userIds 1 to 1,000
     */
    @Serdeable
    @Schema(name = "AccessRequestsOf")
    record Several(@NotEmpty List<String> userIds) {
        /** @throws Malformed when one of them is no id, as that is in the body and not in the path */
        List<Long> ids() {
            return userIds.stream()
                    .map(text -> PathId.find(text)
                            .orElseThrow(() -> new Malformed("userIds", "each must be the id of an account")))
                    .toList();
        }
    }

    /**
     * What came of deciding several.
     *
     * @param done for how many it was done
     * @param skipped who has no open request (any more), is banned, or finds no place
     */
    @Serdeable
    @Schema(name = "AccessRequestsDecided")
    record Decided(int done, int skipped) {
        static Decided of(AccessRequests.Outcome outcome) {
            return new Decided(outcome.done(), outcome.skipped());
        }
    }
}
