package chat.salas.flow;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All push connections. When the server goes, they are told so first: browsers then look for its successor. */
@Singleton
final class PushLines implements ApplicationEventListener<ShutdownEvent> {
    private static final long LAST_WORDS_MS = 1_000;
    private static final long STEP_MS = 10;

    private final BeanProvider<FlowService> service;
    private final WebSessions sessions;
    private final FlowSettings settings;
    private final Set<PushLine> open = ConcurrentHashMap.newKeySet();

    PushLines(BeanProvider<FlowService> service, WebSessions sessions, FlowSettings settings) {
        this.service = service;
        this.sessions = sessions;
        this.settings = settings;
    }

    PushLine open(WebSocketSession socket, HttpRequest<?> request) {
        PushChannel channel = new PushChannel(socket, settings.maxPendingBytes());
        PushLine line = new PushLine(this, channel, request);
        open.add(line);
        return line;
    }

    void forget(PushLine line) {
        open.remove(line);
    }

    int size() {
        return open.size();
    }

    Optional<PushLine> any() {
        return open.stream().findFirst();
    }

    FlowService service() {
        return service.get();
    }

    WebSessions sessions() {
        return sessions;
    }

    /** Comes before the server lets go of its connections; waits a moment, so that the closing frames are on their way. */
    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        open.forEach(line -> line.channel().close(CloseReason.GOING_AWAY));
        try {
            for (long left = LAST_WORDS_MS; left > 0 && !open.isEmpty(); left -= STEP_MS) {
                Thread.sleep(STEP_MS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
