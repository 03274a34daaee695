package chat.salas.web;

import chat.salas.kernel.Problem;
import chat.salas.web.ProblemBody.Field;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The one table from failures to answers. Nothing of an exception's own message gets out but what {@link Problem} says. */
final class Failures {
    private static final int DEEPEST_CAUSE = 10;

    private Failures() {}

    /** Null when nobody foresaw it. */
    static @Nullable ProblemBody of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            ProblemBody known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static @Nullable ProblemBody known(Throwable failure) {
        return switch (failure) {
            case Problem problem -> ProblemBody.of(problem);
            case AuthorizationException e -> e.isForbidden() ? status(403) : status(401);
            case ConstraintViolationException e -> malformed(violations(e));
            case SerdeException e -> malformed(JsonFailure.of(e));
            case ConversionErrorException e when isJson(e) -> null; // its cause says more
            case ConversionErrorException e -> malformed(field(e.getArgument().getName(), "has the wrong type"));
            case JsonSyntaxException _ -> malformed(field("body", "is not valid JSON"));
            case UnsatisfiedRouteException e -> malformed(field(e.getArgument().getName(), "is missing"));
            case UnsatisfiedArgumentException e ->
                malformed(field(e.getArgument().getName(), "is missing"));
            case SQLTransientException _ -> ProblemBody.of(new Problem.Unavailable("The database is busy or away"));
            case ContentLengthExceededException _ -> status(413);
            case BufferLengthExceededException _ -> status(413);
            case UriSyntaxException _ -> status(400);
            case NotAllowedException e ->
                ProblemBody.plain(
                        405, title(405), "Allowed here: " + String.join(", ", new TreeSet<>(e.getAllowedMethods())));
            case HttpStatusException e -> status(e.getStatus().getCode());
            default -> null;
        };
    }

    /** What a bare status says. */
    static ProblemBody status(int code) {
        return ProblemBody.plain(code, title(code), detail(code));
    }

    private static boolean isJson(ConversionErrorException e) {
        return e.getCause() instanceof SerdeException || e.getCause() instanceof JsonSyntaxException;
    }

    private static List<Field> field(String name, String message) {
        return List.of(new Field(name, message));
    }

    private static ProblemBody malformed(List<Field> errors) {
        Field first = errors.getFirst();
        return new ProblemBody(
                "about:blank", "Malformed request", 400, first.field() + ": " + first.message(), errors, null, null);
    }

    private static List<Field> violations(ConstraintViolationException e) {
        List<Field> fields = e.getConstraintViolations().stream()
                .map(violation -> new Field(leaf(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(Field::field))
                .toList();
        return fields.isEmpty() ? field("body", "is not valid") : fields;
    }

    private static String leaf(ConstraintViolation<?> violation) {
        String name = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    private static String title(int code) {
        return switch (code) {
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 413 -> "Too large";
            default -> reason(code);
        };
    }

    private static String reason(int code) {
        for (HttpStatus status : HttpStatus.values()) {
            if (status.getCode() == code) {
                return status.getReason();
            }
        }
        return "Status " + code;
    }

    private static String detail(int code) {
        return switch (code) {
            case 400 -> "The request cannot be read";
            case 401 -> "Sign in first";
            case 403 -> "You may not do this";
            case 404 -> "There is nothing here";
            case 406 -> "This is not available in a type that you accept";
            case 413 -> "The body is larger than allowed";
            case 415 -> "This content type is not read here";
            case 500 -> "Something went wrong on the server; its log has the request id";
            default -> title(code);
        };
    }
}
