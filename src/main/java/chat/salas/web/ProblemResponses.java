package chat.salas.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure's answer, also of those that Micronaut finds by itself (no route, wrong method, unreadable body). */
@Singleton
public final class ProblemResponses implements ErrorResponseProcessor<byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final MediaType TYPE = MediaType.of("application/problem+json");

    private final JsonMapper json;
    private final RequestId ids;

    ProblemResponses(JsonMapper json, RequestId ids) {
        this.json = json;
        this.ids = ids;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        return write(context.getRequest(), response, body(context.getRequest(), response.code(), cause));
    }

    private ProblemBody body(HttpRequest<?> request, int status, @Nullable Throwable cause) {
        ProblemBody known = cause == null ? null : Failures.of(cause);
        if (known != null) {
            return known;
        }
        if (cause != null && status >= 500) {
            logUnexpected(request, cause);
        }
        return Failures.status(status);
    }

    /** The answer to what was thrown; 500 for what nobody foresaw. */
    MutableHttpResponse<byte[]> of(HttpRequest<?> request, Throwable failure) {
        MutableHttpResponse<byte[]> response = io.micronaut.http.HttpResponse.serverError();
        if (failure instanceof NotAllowedException e) {
            response.header(HttpHeaders.ALLOW, String.join(", ", new TreeSet<>(e.getAllowedMethods())));
        }
        return write(request, response, body(request, 500, failure));
    }

    private void logUnexpected(HttpRequest<?> request, Throwable cause) {
        LOG.error("Request {} ({}) failed: {}", ids.of(request), request.getMethodName(), Trace.of(cause));
    }

    @SuppressWarnings("unchecked")
    private MutableHttpResponse<byte[]> write(
            HttpRequest<?> request, MutableHttpResponse<?> response, ProblemBody problem) {
        response.status(problem.status());
        if (problem.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()));
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"salas\"");
        }
        response.contentType(TYPE);
        return request.getMethod() == HttpMethod.HEAD
                ? (MutableHttpResponse<byte[]>) response
                : response.body(bytes(problem));
    }

    private byte[] bytes(ProblemBody problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
