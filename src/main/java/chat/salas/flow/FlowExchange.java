package chat.salas.flow;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.shared.ApplicationConstants;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request and Flow's answer to it; decides which session the request may have. Not for event loops. */
@Singleton
final class FlowExchange {
    static final String DYNAMIC = "/VAADIN/dynamic/";

    private final BeanProvider<FlowService> service;
    private final WebSessions sessions;
    private final OwnAddress address;

    FlowExchange(BeanProvider<FlowService> service, WebSessions sessions, OwnAddress address) {
        this.service = service;
        this.sessions = sessions;
        this.address = address;
    }

    static @Nullable String type(HttpRequest<?> request) {
        return request.getParameters()
                .getFirst(ApplicationConstants.REQUEST_TYPE_PARAMETER)
                .orElse(null);
    }

    static @Nullable HttpResponse<?> answerTo(HttpRequest<?> request) {
        return request.getAttribute(FlowResponse.SENT, HttpResponse.class).orElse(null);
    }

    /** Completes {@code answer}, at the latest when Flow is done. */
    void answer(HttpRequest<?> request, InputStream body, CompletableFuture<HttpResponse<?>> answer) {
        FlowService flow = service.get();
        FlowResponse response = new FlowResponse(flow, request, answer);
        prepare(response, request);
        WebSession known = sessions.find(request).orElse(null);
        WebSession session = known != null ? known : begin(request, response);
        try {
            flow.answer(new FlowRequest(request, flow, session, body), response);
            response.finish(request.getMethod() == HttpMethod.HEAD);
        } catch (RuntimeException | Error e) {
            response.fail(e);
        } finally {
            if (session != null && session.isPassing()) {
                session.invalidate();
            }
        }
    }

    /** A page is served without a stored session; the first call of its script asks for one. */
    private @Nullable WebSession begin(HttpRequest<?> request, FlowResponse response) {
        String type = type(request);
        if (isPage(type) && !request.getPath().startsWith(DYNAMIC)) {
            return sessions.passing(request);
        }
        if (ApplicationConstants.REQUEST_TYPE_INIT.equals(type) && isStart(request)) {
            WebSession created = sessions.create(request);
            response.addCookie(WebSessions.cookie(created, address.isSecure(request)));
            return created;
        }
        return null;
    }

    private static boolean isPage(@Nullable String type) {
        return type == null || type.equals(HandlerHelper.RequestType.BROWSER_TOO_OLD.getIdentifier());
    }

    /** Whether Flow may begin something for such a request; everything else continues what there is. */
    static boolean mayBegin(@Nullable String type) {
        return isPage(type) || ApplicationConstants.REQUEST_TYPE_INIT.equals(type);
    }

    private static boolean isStart(HttpRequest<?> request) {
        return request.getPath().equals("/")
                && request.getParameters().contains(ApplicationConstants.REQUEST_LOCATION_PARAMETER);
    }

    /** Files that somebody has uploaded are served from here too: they must not run as a page of ours. */
    private static void prepare(FlowResponse response, HttpRequest<?> request) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.getPath().startsWith(DYNAMIC)) {
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("Cache-Control", "private, no-cache");
        }
    }
}
