package chat.salas.flow;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.SessionExpiredException;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ApplicationConstants;
import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.CloseReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One push connection from its opening to its end. */
final class PushLine {
    private static final Logger LOG = LoggerFactory.getLogger(PushLine.class);
    private static final String HEARTBEAT_MS = "60000";

    private final PushLines lines;
    private final PushChannel channel;
    private volatile @Nullable HttpRequest<?> opening;
    private volatile @Nullable WebSession session;
    private volatile @Nullable UI ui;

    PushLine(PushLines lines, PushChannel channel, HttpRequest<?> request) {
        this.lines = lines;
        this.channel = channel;
        this.opening = request;
    }

    PushChannel channel() {
        return channel;
    }

    /** Gives the channel to its page. Runs Flow code. */
    void connect() {
        HttpRequest<?> request = opening;
        opening = null;
        if (request == null) {
            return;
        }
        try {
            greet(request);
            WebSession found = lines.sessions().find(request).orElse(null);
            if (found == null
                    || !parameter(request, ApplicationConstants.UI_ID_PARAMETER).matches("\\d{1,9}")
                    || !found.add(channel)) {
                channel.expire();
                return;
            }
            session = found;
            inRequest(found, request);
        } catch (SessionExpiredException expired) {
            channel.expire();
        } catch (RuntimeException failure) {
            LOG.warn("A push connection failed to open", failure);
            channel.close(CloseReason.INTERNAL_ERROR);
        } finally {
            if (!channel.isOpen()) {
                disconnect();
            }
        }
    }

    /** The first connection of a page expects an id; one that reconnects would break on it. */
    private void greet(HttpRequest<?> request) {
        if ("0".equals(parameter(request, "X-Atmosphere-tracking-id"))) {
            channel.send(UUID.randomUUID() + "|" + HEARTBEAT_MS + "|X|");
        }
    }

    private void inRequest(WebSession found, HttpRequest<?> request) throws SessionExpiredException {
        FlowService service = lines.service();
        FlowRequest flowRequest = FlowRequest.withoutBody(request, service, found);
        VaadinSession pages = null;
        service.requestStart(flowRequest, null);
        try {
            pages = service.findVaadinSession(flowRequest);
            pages.lock();
            try {
                attach(request, service.findUI(flowRequest), pages);
            } finally {
                pages.unlock();
            }
        } finally {
            service.requestEnd(flowRequest, null, pages);
        }
    }

    private void attach(HttpRequest<?> request, @Nullable UI page, VaadinSession pages) {
        if (page == null || !isKnown(request, pages)) {
            channel.expire();
        } else if (page.getInternals().getPushConnection() instanceof PagePush push) {
            ui = page;
            push.connect(channel, lastSeen(request));
        } else {
            channel.close(CloseReason.NORMAL);
        }
    }

    private static boolean isKnown(HttpRequest<?> request, VaadinSession pages) {
        byte[] shown =
                parameter(request, ApplicationConstants.PUSH_ID_PARAMETER).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(pages.getPushId().getBytes(StandardCharsets.UTF_8), shown);
    }

    private static int lastSeen(HttpRequest<?> request) {
        try {
            return Integer.parseInt(parameter(request, "X-Vaadin-LastSeenServerSyncId"));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static String parameter(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).orElse("");
    }

    void gone() {
        channel.closed();
    }

    /** Takes the channel from its page. Takes the session's lock. */
    void disconnect() {
        lines.forget(this);
        WebSession from = session;
        if (from != null) {
            from.remove(channel);
        }
        UI page = ui;
        VaadinSession pages = page == null ? null : page.getSession();
        if (page != null && pages != null) {
            pages.lock();
            try {
                if (page.getInternals().getPushConnection() instanceof PagePush push) {
                    push.disconnected(channel);
                }
            } finally {
                pages.unlock();
            }
        }
    }
}
