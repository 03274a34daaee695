package chat.salas.web;

import chat.salas.kernel.Ids;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * The name under which a request can be found in the log. One that comes in is kept only when it is short and plain, so that
 * nobody writes into the log what he likes.
 */
@Singleton
public final class RequestId {
    /** The header of requests and of every response. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "salas.request-id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final Ids ids;

    RequestId(Ids ids) {
        this.ids = ids;
    }

    /** The request's id; the same each time. */
    public String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> name(request));
    }

    private String name(HttpRequest<?> request) {
        String offered = request.getHeaders().get(HEADER);
        String id = offered != null && SANE.matcher(offered).matches() ? offered : Long.toString(ids.next(), 36);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
