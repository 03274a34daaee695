package chat.salas.flow;

import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Flow's answer: held while it is small, streamed once it is not. Used by one thread. */
final class FlowResponse implements VaadinResponse {
    static final String SENT = "flow.sent";

    private final FlowService service;
    private final HttpRequest<?> request;
    private final MutableHttpResponse<Object> http = HttpResponse.ok();
    private final CompletableFuture<HttpResponse<?>> answer;
    private final SpillingBody body = new SpillingBody(this::stream);
    private @Nullable PrintWriter writer;

    FlowResponse(FlowService service, HttpRequest<?> request, CompletableFuture<HttpResponse<?>> answer) {
        this.service = service;
        this.request = request;
        this.answer = answer;
    }

    private void stream(InputStream rest) {
        send(http.body(rest));
    }

    /** Remembered first, as completing it may run what asks for it. */
    private void send(HttpResponse<?> response) {
        request.setAttribute(SENT, response);
        answer.complete(response);
    }

    /** Sends what has been written. */
    void finish(boolean headersOnly) {
        if (writer != null) {
            writer.flush();
        }
        byte[] whole = body.finish();
        if (whole != null) {
            send(whole.length == 0 || headersOnly ? http : http.body(whole));
        }
    }

    /** Breaks off: the browser must not take a torn answer for a whole one. */
    void fail(Throwable cause) {
        body.fail(cause);
        answer.completeExceptionally(cause);
    }

    void addCookie(Cookie cookie) {
        http.cookie(cookie);
    }

    @Override
    public void addCookie(jakarta.servlet.http.Cookie cookie) {
        Cookie copy = Cookie.of(cookie.getName(), cookie.getValue())
                .httpOnly(cookie.isHttpOnly())
                .secure(cookie.getSecure())
                .sameSite(SameSite.Lax)
                .path(cookie.getPath() == null ? "/" : cookie.getPath());
        addCookie(cookie.getMaxAge() < 0 ? copy : copy.maxAge(cookie.getMaxAge()));
    }

    @Override
    public void setStatus(int status) {
        http.status(status);
    }

    @Override
    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        http.getHeaders().remove(name);
        if (value != null) {
            http.header(name, value);
        }
    }

    @Override
    public boolean containsHeader(String name) {
        return http.getHeaders().contains(name);
    }

    @Override
    public void setDateHeader(String name, long timestamp) {
        Instant instant = Instant.ofEpochMilli(Math.max(0, timestamp));
        setHeader(name, DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC)));
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void setCacheTime(long milliseconds) {
        if (milliseconds <= 0) {
            setHeader("Cache-Control", "no-cache, no-store");
        } else {
            setHeader("Cache-Control", "private, max-age=" + milliseconds / 1000);
        }
    }

    /** The message stays here: Flow words it for developers. */
    @Override
    public void sendError(int status, @Nullable String message) {
        body.reset();
        setStatus(status);
    }

    @Override
    public VaadinService getService() {
        return service;
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (length >= 0) {
            setHeader("Content-Length", Long.toString(length));
        }
    }
}
