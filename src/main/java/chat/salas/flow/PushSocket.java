package chat.salas.flow;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import jakarta.inject.Named;
import java.util.concurrent.ExecutorService;

/** Where open pages listen. Its methods run on the event loop and only hand over. */
@ServerWebSocket("/VAADIN/push")
@Secured(SecurityRule.IS_ANONYMOUS)
final class PushSocket {
    private static final String LINE = "flow.line";

    private final PushLines lines;
    private final ExecutorService virtual;

    PushSocket(PushLines lines, @Named(TaskExecutors.VIRTUAL) ExecutorService virtual) {
        this.lines = lines;
        this.virtual = virtual;
    }

    @OnOpen
    void open(WebSocketSession socket, HttpRequest<?> request) {
        PushLine line = lines.open(socket, request);
        socket.put(LINE, line);
        virtual.execute(line::connect);
    }

    /** The page calls over HTTP; here it only says that it is alive. */
    @OnMessage(maxPayloadLength = 1024)
    void message(String heartbeat) {}

    @OnClose
    void close(WebSocketSession socket) {
        socket.get(LINE, PushLine.class).ifPresent(line -> {
            line.gone();
            virtual.execute(line::disconnect);
        });
    }

    @OnError
    void failed(WebSocketSession socket, Throwable cause) {
        socket.close(CloseReason.PROTOCOL_ERROR);
    }
}
