package chat.salas.socket;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.TooMany;
import chat.salas.kernel.Problem.Unauthenticated;
import chat.salas.web.Actors;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@code GET /ws}. Micronaut's part ends with the upgrade: authentication (401), {@link UpgradeFilter} (403, 429, 503) and the
 * handshake are its; from then on the channel is a {@link Pipe}'s.
 */
@ServerWebSocket(value = "/ws", subprotocols = SocketEndpoint.SUBPROTOCOL)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class SocketEndpoint {
    static final String SUBPROTOCOL = "salas.v1";

    private final Conversation conversation;
    private final Connections connections;
    private final List<AuthenticationFetcher<HttpRequest<?>>> identities;
    private final ConcurrentHashMap<EventLoop, Outbox> outboxes = new ConcurrentHashMap<>();

    SocketEndpoint(
            Conversation conversation,
            Connections connections,
            List<AuthenticationFetcher<HttpRequest<?>>> identities) {
        this.conversation = conversation;
        this.connections = connections;
        this.identities = identities;
    }

    /** With the handshake written; on the event loop, thanks to {@link IdentityFilter}. */
    @OnOpen
    void open(HttpRequest<?> request, WebSocketSession session) {
        if (Takeover.loopOf(request).inEventLoop()) {
            open(request);
        } else {
            session.close(new CloseReason(1013, "Try again"));
        }
    }

    private void open(HttpRequest<?> request) {
        Actor actor = Actors.require(request);
        Pipe pipe = Takeover.of(request);
        Outbox outbox = outboxes.computeIfAbsent(pipe.channel().eventLoop(), Outbox::new);
        Connection connection = new Connection(actor, pipe, outbox, conversation);
        pipe.talkTo(connection);
        outbox.attach(pipe);
        try {
            connection.registered(connections.add(connection));
            connection.later(() -> checkAgain(connection, request));
        } catch (TooMany full) {
            pipe.close(1013, full.title());
        }
    }

    // It may have been signed out between the first check and the registration: nobody would tell us of that any more.
    private void checkAgain(Connection connection, HttpRequest<?> request) {
        Actor.Credential shown = connection.actor().credential();
        try {
            if (identities.stream().noneMatch(identity -> shown.equals(credential(identity, request)))) {
                connection.credentialEnded();
            }
        } catch (RuntimeException busy) {
            connection.close(1013, "Try again");
        }
    }

    private static Actor.@Nullable Credential credential(
            AuthenticationFetcher<HttpRequest<?>> identity, HttpRequest<?> request) {
        try {
            Authentication now =
                    Mono.from(identity.fetchAuthentication(request)).block();
            return Actors.of(now).map(Actor::credential).orElse(null);
        } catch (Unauthenticated nobody) {
            return null;
        }
    }

    /** Never called: the pipe reads. Micronaut wants it for a WebSocket's route to be complete. */
    @OnMessage(maxPayloadLength = TextAssembly.MAX_BYTES)
    void unused(String text, WebSocketSession session) {
        session.close();
    }
}
