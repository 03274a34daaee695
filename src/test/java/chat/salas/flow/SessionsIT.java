package chat.salas.flow;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.flow.Wire.OpenPage;
import chat.salas.flow.Wire.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the server remembers a browser, and how many. */
class SessionsIT {
    private static final String EXPIRED = "\"sessionExpired\":true";

    private FlowServer server = FlowServer.start(Map.of("flow.max-anonymous", 5, "flow.max-sessions", 8));
    private Wire wire = new Wire(server);

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    private void restart(Map<String, Object> settings) {
        stop();
        server = FlowServer.start(settings);
        wire = new Wire(server);
    }

    private WebSessions sessions() {
        return server.bean(WebSessions.class);
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private int status(OpenPage page, String... more) {
        return status(page.cookie(), page, more);
    }

    private int status(String cookie, OpenPage page, String... more) {
        String[] headers = new String[2 + more.length];
        headers[0] = "Cookie";
        headers[1] = cookie;
        System.arraycopy(more, 0, headers, 2, more.length);
        return wire.send("POST", "/?v-r=heartbeat&v-uiId=" + page.uiId(), "", headers)
                .statusCode();
    }

    @Test
    void pageAloneLeavesNothingBehind() {
        for (int i = 0; i < 50; i++) {
            assertThat(wire.get("/deep/" + i).headers().firstValue("Set-Cookie"))
                    .isEmpty();
        }
        assertThat(sessions().size()).isZero();
    }

    @Test
    void firstCallOfThePageSetsACookieThatScriptsCannotRead() {
        OpenPage page = wire.open("");
        String cookie = page.answer().headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(page.answer().statusCode()).isEqualTo(200);
        assertThat(cookie).matches("salas_ui=[A-Za-z0-9_-]{43};.*").contains("HTTPOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie).doesNotContain("Secure");
        assertThat(wire.open("", "X-Forwarded-Proto", "https")
                        .answer()
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .contains("Secure");
    }

    @Test
    void cookieOfAServerBehindTlsNeverGoesOverPlainHttp() {
        for (String url : List.of("https://chat.example.org", "http://chat.example.org", "")) {
            restart(Map.of("flow.public-url", url));
            String cookie =
                    wire.open("").answer().headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie.contains("Secure")).as(url).isEqualTo(url.startsWith("https"));
        }
    }

    @Test
    void twoPagesOfOneBrowserShareASession() {
        OpenPage first = wire.open("");
        OpenPage second = wire.open("deep/7", "Cookie", first.cookie());

        assertThat(second.cookie()).isEmpty();
        assertThat(second.uiId()).isNotEqualTo(first.uiId());
        assertThat(sessions().size()).isEqualTo(1);
    }

    @Test
    void browserThatOnlyOpensPagesLosesTheOldestOfThem() throws InterruptedException {
        OpenPage listening = wire.open("");
        Socket socket = wire.push(listening, "Cookie", listening.cookie(), "Origin", server.url(""));
        socket.next();
        eventually(() -> server.bean(OpenPages.class).count() == 1);
        OpenPage oldest = enter(listening.cookie());
        OpenPage beating = enter(listening.cookie());
        Thread.sleep(5);
        assertThat(status(listening.cookie(), beating)).isEqualTo(200);
        for (int i = 0; i < PageLimit.MOST - 2; i++) {
            wire.open("", "Cookie", listening.cookie());
        }

        assertThat(status(listening.cookie(), oldest)).isEqualTo(404);
        assertThat(server.bean(Board.class).readers()).isEqualTo(1);
        assertThat(status(listening.cookie(), beating)).isEqualTo(200);
        assertThat(status(listening)).isEqualTo(200);
        assertThat(sessions().size()).isEqualTo(1);
    }

    private OpenPage enter(String cookie) {
        OpenPage page = wire.open("", "Cookie", cookie);
        wire.send("POST", page.callPath(), page.navigate(""), "Cookie", cookie);
        return page;
    }

    @Test
    void madeUpCookieIsNotTakenOver() {
        OpenPage page = wire.open("", "Cookie", "salas_ui=chosen-by-somebody");

        assertThat(page.cookie()).isNotEmpty().doesNotContain("chosen-by-somebody");
    }

    @Test
    void longestIdleAnonymousBrowserMakesRoom() throws InterruptedException {
        OpenPage oldest = wire.open("");
        Thread.sleep(5);
        OpenPage second = wire.open("");
        Thread.sleep(5);
        assertThat(status(oldest)).isEqualTo(200);
        for (int i = 0; i < 4; i++) {
            wire.open("");
        }

        assertThat(sessions().size()).isEqualTo(5);
        assertThat(status(oldest)).isEqualTo(200);
        assertThat(status(second)).isEqualTo(403);
    }

    @Test
    void signedInBrowsersPushOutAnonymousOnesButNotEachOther() {
        OpenPage anonymous = wire.open("");
        for (int i = 0; i < 8; i++) {
            assertThat(wire.open("", "Cookie", "who=p" + i).answer().statusCode())
                    .isEqualTo(200);
        }

        assertThat(sessions().size()).isEqualTo(8);
        assertThat(status(anonymous)).isEqualTo(403);
        assertThat(wire.open("", "Cookie", "who=p9").answer().statusCode()).isEqualTo(503);
        assertThat(wire.open("").answer().statusCode()).isEqualTo(503);
    }

    @Test
    void otherPrincipalEndsTheSession() {
        OpenPage page = wire.open("");
        Socket socket = wire.push(page, "Cookie", page.cookie(), "Origin", server.url(""));
        socket.next();

        assertThat(status(page, "Cookie", "who=ana")).isEqualTo(403);
        assertThat(socket.next()).contains(EXPIRED);
        assertThat(socket.next()).isEqualTo("closed 1000");
        assertThat(sessions().size()).isZero();
        assertThat(wire.send("POST", page.callPath(), page.call(0, ""), "Cookie", page.cookie())
                        .body())
                .contains(EXPIRED);
    }

    @Test
    void endingAPrincipalSendsItsPagesAwayAndNobodyElses() {
        OpenPage ana = wire.open("", "Cookie", "who=ana");
        OpenPage bob = wire.open("", "Cookie", "who=bob");
        Socket hers = wire.push(ana, "Cookie", "who=ana;" + ana.cookie(), "Origin", server.url(""));
        hers.next();
        Socket his = wire.push(bob, "Cookie", "who=bob;" + bob.cookie(), "Origin", server.url(""));
        his.next();
        int before = sessions().size();
        sessions().end(principal -> principal.getName().equals("ana"), "/deep/1");

        assertThat(before).isEqualTo(2);
        assertThat(hers.next()).contains("appError", "\"url\":\"/deep/1\"").doesNotContain(EXPIRED);
        assertThat(hers.next()).isEqualTo("closed 1000");
        assertThat(status(ana, "Cookie", "who=ana")).isEqualTo(403);
        assertThat(status(bob, "Cookie", "who=bob")).isEqualTo(200);
        assertThat(sessions().size()).isEqualTo(1);
    }

    @Test
    void idleSessionIsReapedAndItsViewsAreDetached() throws InterruptedException {
        restart(Map.of("flow.idle-timeout", Duration.ofMillis(300), "flow.reap-every", "100ms"));
        OpenPage page = wire.open("");
        Board board = server.bean(Board.class);
        wire.send("POST", page.callPath(), page.navigate(""), "Cookie", page.cookie());
        assertThat(board.readers()).isEqualTo(1);

        eventually(() -> sessions().size() == 0 && board.readers() == 0);
        assertThat(status(page)).isEqualTo(403);
    }

    @Test
    void pageWithoutHeartbeatIsClosedAndItsSessionWithIt() throws InterruptedException {
        restart(Map.of("flow.heartbeat", "1s", "flow.empty-timeout", "200ms", "flow.reap-every", "100ms"));
        OpenPage page = wire.open("");
        wire.send("POST", page.callPath(), page.navigate(""), "Cookie", page.cookie());
        assertThat(server.bean(Board.class).readers()).isEqualTo(1);

        eventually(() -> sessions().size() == 0 && server.bean(Board.class).readers() == 0);
    }

    @Test
    void linkFromElsewhereEndsNothing() {
        OpenPage page = wire.open("");
        wire.get("/?closeApplication", "Cookie", page.cookie());
        wire.get("/?restartApplication", "Cookie", page.cookie());

        assertThat(status(page)).isEqualTo(200);
    }

    @Test
    void closedTabIsForgottenAtOnce() {
        OpenPage page = wire.open("");
        wire.send("POST", page.callPath(), page.navigate(""), "Cookie", page.cookie());
        Board board = server.bean(Board.class);
        assertThat(board.readers()).isEqualTo(1);
        String leaving = page.call(1, "").replaceFirst("\\{", "{\"UNLOAD\":true,");
        wire.send("POST", page.callPath(), leaving, "Cookie", page.cookie(), "Content-Type", "text/plain");

        assertThat(board.readers()).isZero();
        assertThat(status(page)).isEqualTo(404);
    }
}
