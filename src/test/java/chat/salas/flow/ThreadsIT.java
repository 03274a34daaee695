package chat.salas.flow;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.flow.Wire.OpenPage;
import chat.salas.flow.Wire.Socket;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Flow holds locks while application code runs: on an event loop that would stop everybody. */
class ThreadsIT {
    /** Writes down the thread of everything that Flow reports. */
    @Singleton
    @Requires(property = "flow.test")
    static final class Watch implements VaadinServiceInitListener, VaadinRequestInterceptor {
        private final transient Board board;

        Watch(Board board) {
            this.board = board;
        }

        @Override
        public void serviceInit(ServiceInitEvent event) {
            event.addVaadinRequestInterceptor(this);
            event.getSource().addSessionInitListener(started -> board.trace("session-init"));
            event.getSource().addSessionDestroyListener(ended -> board.trace("session-destroy"));
            event.getSource().addUIInitListener(started -> board.trace("ui-init"));
            event.addIndexHtmlRequestListener(page -> board.trace("index"));
        }

        @Override
        public void requestStart(VaadinRequest request, @Nullable VaadinResponse response) {
            board.trace(response == null ? "push-start" : "request-start");
        }

        @Override
        public void handleException(
                VaadinRequest request, VaadinResponse response, VaadinSession session, Exception failure) {
            board.trace("exception");
        }

        @Override
        public void requestEnd(
                VaadinRequest request, @Nullable VaadinResponse response, @Nullable VaadinSession session) {
            board.trace(response == null ? "push-end" : "request-end");
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Set<String> seen(Board board) {
        return board.traces().stream().map(Board.Trace::what).collect(Collectors.toSet());
    }

    @Test
    void flowCodeNeverRunsOnAnEventLoop() throws InterruptedException {
        Board board;
        try (FlowServer server = FlowServer.start(Map.of("flow.reap-every", "100ms", "flow.idle-timeout", "2s"));
                Wire wire = new Wire(server)) {
            board = server.bean(Board.class);
            everyWayIn(server, wire, board);
        }

        assertThat(seen(board))
                .contains("index", "session-init", "ui-init", "attach", "heartbeat", "push-start", "push-end", "access")
                .contains("detach", "session-destroy", "request-start", "request-end");
        assertThat(board.traces()).allSatisfy(trace -> {
            assertThat(trace.virtual()).as(trace.what()).isTrue();
            assertThat(trace.thread()).as(trace.what()).doesNotContainIgnoringCase("eventloop");
        });
    }

    private static void everyWayIn(FlowServer server, Wire wire, Board board) throws InterruptedException {
        wire.get("/");
        OpenPage page = enter(wire, "ana");
        Socket socket = wire.push(page, "Cookie", "who=ana;" + page.cookie(), "Origin", server.url(""));
        socket.next();
        board.say("line");
        socket.until("line");
        wire.send("POST", "/?v-r=heartbeat&v-uiId=" + page.uiId(), "", "Cookie", "who=ana;" + page.cookie());
        socket.close();
        eventually(() -> server.bean(PushLines.class).size() == 0);
        Socket again = wire.push(page, "Cookie", "who=ana;" + page.cookie(), "Origin", server.url(""));
        again.next();
        server.bean(WebSessions.class).end(principal -> true, "/");
        eventually(() -> board.readers() == 0);
        enter(wire, "bob");
        eventually(() -> board.readers() == 0);
        enter(wire, "eve");
    }

    private static OpenPage enter(Wire wire, String who) {
        OpenPage page = wire.open("", "Cookie", "who=" + who);
        wire.send("POST", page.callPath(), page.navigate(""), "Cookie", "who=" + who + ";" + page.cookie());
        return page;
    }
}
