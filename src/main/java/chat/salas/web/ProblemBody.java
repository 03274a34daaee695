package chat.salas.web;

import chat.salas.kernel.Problem;
import chat.salas.room.Muted;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem as it travels; {@code errors} only when there are any.
 *
 * @param mutedUntil when a member who is muted may write again
 * @param type {@code about:blank}, or a URI whose last segment names the kind
 */
@Serdeable
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long retryAfter,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant mutedUntil) {
    /** A field of the input and what is wrong with it. */
    @Serdeable
    public record Field(String field, String message) {}

    private static final String TYPES = "urn:salas:problem/";

    /** The problem as its maker described it. */
    public static ProblemBody of(Problem problem) {
        String type = problem.type();
        return new ProblemBody(
                type == null ? "about:blank" : TYPES + type,
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.errors().stream()
                        .map(e -> new Field(e.field(), e.message()))
                        .toList(),
                seconds(problem.retryAfter()),
                problem instanceof Muted muted ? muted.until() : null);
    }

    static ProblemBody plain(int status, String title, String detail) {
        return new ProblemBody("about:blank", title, status, detail, List.of(), null, null);
    }

    /** Rounded up, at least 1: a client that waits this long is not refused again for the same reason. */
    private static @Nullable Long seconds(@Nullable Duration wait) {
        return wait == null ? null : Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
