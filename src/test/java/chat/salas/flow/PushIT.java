package chat.salas.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.salas.flow.Wire.OpenPage;
import chat.salas.flow.Wire.Refused;
import chat.salas.flow.Wire.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The push connection, frame by frame. */
class PushIT {
    private FlowServer server;
    private Wire wire;
    private OpenPage page;

    @BeforeEach
    void start() {
        start(Map.of());
    }

    private void start(Map<String, Object> settings) {
        server = FlowServer.start(settings);
        wire = new Wire(server);
        page = wire.open("");
        wire.send("POST", page.callPath(), page.navigate(""), "Cookie", page.cookie());
        assertThat(board().readers()).isEqualTo(1);
    }

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    private Board board() {
        return server.bean(Board.class);
    }

    private Socket push() {
        return wire.push(page, "Cookie", page.cookie(), "Origin", server.url(""));
    }

    private Socket pushAgain(int lastSeen) {
        return wire.push(
                "v-r=push&v-uiId=" + page.uiId() + "&v-pushId=" + page.pushId()
                        + "&X-Atmosphere-tracking-id=abc&X-Vaadin-LastSeenServerSyncId=" + lastSeen,
                "Cookie",
                page.cookie(),
                "Origin",
                server.url(""));
    }

    private static int syncId(String frame) {
        return Integer.parseInt(frame.replaceFirst("(?s).*\"syncId\":(\\d+).*", "$1"));
    }

    private void breakOff(Socket socket) throws InterruptedException {
        socket.abort();
        for (int i = 0; i < 100 && server.bean(PushLines.class).size() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(server.bean(PushLines.class).size()).isZero();
    }

    @Test
    void firstFrameIsTheGreetingAndMessagesFollowWithTheirLength() {
        Socket socket = push();
        String greeting = socket.next();
        board().say("one");
        String message = socket.next();

        assertThat(greeting).matches("45\\|[0-9a-f-]{36}\\|60000\\|X\\|");
        assertThat(message).contains("one");
        assertThat(Integer.parseInt(message.split("\\|", 2)[0])).isEqualTo(message.split("\\|", 2)[1].length());
    }

    @Test
    void thePageIsToldWheneverItsLineStands() throws Exception {
        assertThat(heard()).isEmpty();
        Socket socket = push();
        socket.next();
        breakOff(socket);
        board().say("in the gap");
        pushAgain(-1).next();

        List<String> heard = heard();
        for (int i = 0; heard.size() < 2 && i < 100; i++) {
            Thread.sleep(50);
            heard = heard();
        }
        assertThat(heard).containsExactly("hears true", "hears true");
    }

    private List<String> heard() {
        return board().traces().stream()
                .map(Board.Trace::what)
                .filter(what -> what.startsWith("hears"))
                .toList();
    }

    @Test
    void messagesKeepTheirOrder() {
        Socket socket = push();
        for (int i = 0; i < 500; i++) {
            board().say("line-" + i + "-");
        }
        StringBuilder all = new StringBuilder();
        while (!all.toString().contains("line-499-")) {
            all.append(socket.next());
        }

        int last = -1;
        for (int i = 0; i < 500; i++) {
            int at = all.indexOf("line-" + i + "-");
            assertThat(at).isGreaterThan(last);
            last = at;
        }
    }

    @Test
    void foreignOriginIsRefused() {
        for (String origin :
                new String[] {"https://evil.example", "null", "http://localhost:1", "http://localhost@evil"}) {
            Refused refused = catchThrowableOfType(
                    Refused.class, () -> wire.push(page, "Cookie", page.cookie(), "Origin", origin));
            assertThat(refused).as(origin).isNotNull();
            assertThat(refused.status()).isEqualTo(403);
        }
        Refused none = catchThrowableOfType(Refused.class, () -> wire.push(page, "Cookie", page.cookie()));
        assertThat(none.status()).isEqualTo(403);
    }

    @Test
    void originBehindAProxyIsComparedWithTheForwardedHost() {
        Socket socket = wire.push(
                page,
                "Cookie",
                page.cookie(),
                "Origin",
                "https://chat.example",
                "X-Forwarded-Host",
                "chat.example:443");

        assertThat(socket.next()).endsWith("|X|");
    }

    @Test
    void configuredAddressIsOursBehindAProxyThatPassesNoHostOn() {
        stop();
        start(Map.of("flow.public-url", "https://chat.example.org/"));
        for (String origin :
                new String[] {"https://chat.example.org", "https://Chat.example.org:443", server.url("")}) {
            Socket socket = wire.push(page, "Cookie", page.cookie(), "Origin", origin);
            assertThat(socket.next()).as(origin).endsWith("|X|");
        }
        for (String origin : new String[] {"http://chat.example.org", "https://evil.example.org", "https://"}) {
            Refused refused = catchThrowableOfType(
                    Refused.class, () -> wire.push(page, "Cookie", page.cookie(), "Origin", origin));
            assertThat(refused).as(origin).isNotNull();
        }
    }

    @Test
    void wrongPushIdMakesThePageReloadAndTellsNothing() {
        Socket socket = wire.push(
                "v-r=push&v-uiId=" + page.uiId() + "&v-pushId=wrong&X-Atmosphere-tracking-id=0",
                "Cookie",
                page.cookie(),
                "Origin",
                server.url(""));
        board().say("secret");

        assertThat(socket.next()).endsWith("|X|");
        assertThat(socket.next()).contains("\"sessionExpired\":true").doesNotContain("secret");
        assertThat(socket.next()).isEqualTo("closed 1000");
    }

    @Test
    void unknownSessionOrPageMakesThePageReload() {
        for (String query : new String[] {"v-uiId=77&v-pushId=" + page.pushId(), "v-uiId=x", ""}) {
            Socket socket = wire.push("v-r=push&" + query, "Cookie", page.cookie(), "Origin", server.url(""));
            assertThat(socket.next()).contains("\"sessionExpired\":true");
        }
        Socket stranger = wire.push("v-r=push&v-uiId=0", "Origin", server.url(""));
        assertThat(stranger.next()).contains("\"sessionExpired\":true");
    }

    @Test
    void whatWasSaidInTheGapComesAfterTheReconnect() throws InterruptedException {
        Socket socket = push();
        socket.next();
        board().say("before");
        int seen = syncId(socket.until("before"));
        breakOff(socket);
        board().say("meanwhile");

        assertThat(pushAgain(seen).next()).contains("meanwhile").doesNotContain("before", "resynchronize");
    }

    @Test
    void whatTheSocketLostIsSentAnewAfterTheReconnect() throws InterruptedException {
        Socket socket = push();
        socket.next();
        board().say("seen");
        int seen = syncId(socket.until("seen"));
        board().say("lost");
        socket.until("lost");
        breakOff(socket);

        assertThat(pushAgain(seen).next()).contains("\"resynchronize\":true", "seen", "lost");
    }

    @Test
    void nothingIsSentAnewWhenNothingWasLost() throws InterruptedException {
        Socket socket = push();
        socket.next();
        board().say("seen");
        int seen = syncId(socket.until("seen"));
        breakOff(socket);
        Socket again = pushAgain(seen);
        board().say("next");

        assertThat(again.next()).contains("next").doesNotContain("resynchronize");
    }

    @Test
    void browserThatDoesNotReadIsCutOffBeforeItHoldsTooMuch() throws InterruptedException {
        Socket socket = push();
        socket.next();
        socket.stopReading();
        String line = "x".repeat(100_000);
        PushLine open = server.bean(PushLines.class).any().orElseThrow();
        for (int i = 0; i < 1000 && open.channel().isOpen(); i++) {
            board().say(line);
            Thread.sleep(10);
        }

        assertThat(open.channel().isOpen()).isFalse();
        assertThat(open.channel().pendingBytes()).isLessThan(1_300_000);
    }

    @Test
    void closingCallOfThePushScriptIsAnswered() {
        assertThat(wire.send("POST", "/VAADIN/push?X-Atmosphere-Transport=close", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shutdownTellsBrowsersToLookForTheSuccessor() {
        Socket socket = push();
        socket.next();
        server.close();

        assertThat(socket.next()).isEqualTo("closed 1001");
        server = FlowServer.start();
    }
}
