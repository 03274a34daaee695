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
    private final HttpRequest<?> request;
    private volatile @Nullable WebSession session;
    private volatile @Nullable UI ui;

    PushLine(PushLines lines, PushChannel channel, HttpRequest<?> request) {
        this.lines = lines;
        this.channel = channel;
        this.request = request;
    }

    PushChannel channel() {
        return channel;
    }

    /** Gives the channel to its page. Runs Flow code. */
    void connect() {
        try {
            greet();
            WebSession found = lines.sessions().find(request).orElse(null);
            if (found == null
                    || !parameter(ApplicationConstants.UI_ID_PARAMETER).matches("\\d{1,9}")
                    || !found.add(channel)) {
                channel.expire();
                return;
            }
            session = found;
            inRequest(found);
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
    private void greet() {
        if ("0".equals(parameter("X-Atmosphere-tracking-id"))) {
            channel.send(UUID.randomUUID() + "|" + HEARTBEAT_MS + "|X|");
        }
    }

    private void inRequest(WebSession found) throws SessionExpiredException {
        FlowService service = lines.service();
        FlowRequest flowRequest = FlowRequest.withoutBody(request, service, found);
        VaadinSession pages = null;
        service.requestStart(flowRequest, null);
        try {
            pages = service.findVaadinSession(flowRequest);
            pages.lock();
            try {
                attach(service.findUI(flowRequest), pages);
            } finally {
                pages.unlock();
            }
        } finally {
            service.requestEnd(flowRequest, null, pages);
        }
    }

    private void attach(@Nullable UI page, VaadinSession pages) {
        if (page == null || !isKnown(pages)) {
            channel.expire();
        } else if (page.getInternals().getPushConnection() instanceof PagePush push) {
            ui = page;
            push.connect(channel, lastSeen());
        } else {
            channel.close(CloseReason.NORMAL);
        }
    }

    private boolean isKnown(VaadinSession pages) {
        byte[] shown = parameter(ApplicationConstants.PUSH_ID_PARAMETER).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(pages.getPushId().getBytes(StandardCharsets.UTF_8), shown);
    }

    private int lastSeen() {
        try {
            return Integer.parseInt(parameter("X-Vaadin-LastSeenServerSyncId"));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private String parameter(String name) {
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
