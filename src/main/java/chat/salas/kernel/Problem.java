package chat.salas.kernel;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the caller can understand and do something about. Each kind has one HTTP status, which is the only table
 * from failures to statuses; what happened is told by a named subclass ({@code InviteExpired}) or by the detail. Details are
 * shown to the client as they are: they never hold secrets, message text, class names or SQL.
 */
public abstract sealed class Problem extends RuntimeException {
    private final int status;
    private final String title;
    private final List<FieldError> errors;

    private Problem(int status, String title, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** One field of the input and what is wrong with it. */
    public record FieldError(String field, String message) {}

    /** The HTTP status, 400 to 503. */
    public final int status() {
        return status;
    }

    /** The kind of failure in two or three words. */
    public final String title() {
        return title;
    }

    /** What happened and what was expected. */
    public final String detail() {
        return java.util.Objects.requireNonNullElse(getMessage(), title);
    }

    /** The fields concerned; only for 400 and 422. */
    public final List<FieldError> errors() {
        return errors;
    }

    /** A stable last path segment for the problem's type URI, or null for {@code about:blank}. */
    public @Nullable String type() {
        return null;
    }

    /** How long to wait before trying again; null where that would not help. */
    public @Nullable Duration retryAfter() {
        return null;
    }

    /** 400: the input cannot be read. */
    public static non-sealed class Malformed extends Problem {
        public Malformed(String detail) {
            super(400, "Malformed request", detail, List.of());
        }

        public Malformed(String field, String message) {
            super(400, "Malformed request", field + ": " + message, List.of(new FieldError(field, message)));
        }
    }

    /** 401: nobody is signed in, or not well enough. */
    public static non-sealed class Unauthenticated extends Problem {
        public Unauthenticated(String detail) {
            super(401, "Not signed in", detail, List.of());
        }
    }

    /** 403: signed in, but not allowed. */
    public static non-sealed class Forbidden extends Problem {
        public Forbidden(String detail) {
            super(403, "Not allowed", detail, List.of());
        }
    }

    /** 404: no such thing, or none that this actor may know of. */
    public static non-sealed class NotFound extends Problem {
        public NotFound(String detail) {
            super(404, "Not found", detail, List.of());
        }
    }

    /** 409: the present state stands against it. */
    public static non-sealed class Conflict extends Problem {
        public Conflict(String detail) {
            super(409, "Conflict", detail, List.of());
        }
    }

    /** 410: it was there and is used up, expired or revoked. */
    public static non-sealed class Gone extends Problem {
        public Gone(String detail) {
            super(410, "Gone", detail, List.of());
        }
    }

    /** 413: larger than allowed. */
    public static non-sealed class TooLarge extends Problem {
        public TooLarge(String detail) {
            super(413, "Too large", detail, List.of());
        }
    }

    /** 422: well-formed but refused. */
    public static non-sealed class Refused extends Problem {
        public Refused(String field, String message) {
            this(List.of(new FieldError(field, message)));
        }

        /** @param errors at least one */
        public Refused(List<FieldError> errors) {
            super(
                    422,
                    "Refused",
                    errors.getFirst().field() + ": " + errors.getFirst().message(),
                    errors);
        }
    }

    /** 429: too many; try again after a while. */
    public static non-sealed class TooMany extends Problem {
        private final Duration retryAfter;

        public TooMany(String detail, Duration retryAfter) {
            super(429, "Too many requests", detail, List.of());
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** 503: draining, or the database is unavailable. */
    public static non-sealed class Unavailable extends Problem {
        public Unavailable(String detail) {
            super(503, "Unavailable", detail, List.of());
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(5);
        }
    }
}
