package chat.salas.flow;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.flow.Wire.OpenPage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that no page of ours would make. */
class CallsIT {
    private static FlowServer server;
    private static Wire wire;

    @BeforeAll
    static void start() {
        server = FlowServer.start();
        wire = new Wire(server);
    }

    @AfterAll
    static void stop() {
        wire.close();
        server.close();
    }

    private static HttpResponse<String> call(OpenPage page, String body) {
        return wire.send("POST", page.callPath(), body, "Cookie", page.cookie(), "Content-Type", "application/json");
    }

    private static void assertHarmless(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "com.vaadin", "chat.salas");
    }

    @Test
    void properCallIsAnswered() {
        OpenPage page = wire.open("");

        assertThat(call(page, page.navigate("")).body()).contains("nobody", "\"syncId\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "42",
                "\"text\"",
                "{}",
                "{\"csrfToken\":7,\"rpc\":[],\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"x\",\"rpc\":{},\"syncId\":0,\"clientId\":0}",
                "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":\"0\",\"clientId\":0}",
                "{\"csrfToken\":\"x\",\"rpc\":[],\"syncId\":0,\"clientId\":99999999999}"
            })
    void malformedBodyIsRefused(String body) {
        HttpResponse<String> answer = call(wire.open(""), body);

        assertHarmless(answer);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void deeplyNestedBodyIsRefused() {
        assertThat(call(wire.open(""), "[".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(call(wire.open(""), "{\"a\":".repeat(100_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void invalidUtf8IsRefused() {
        OpenPage page = wire.open("");
        byte[] body = page.call(0, "").getBytes(StandardCharsets.ISO_8859_1);
        body[3] = (byte) 0xff;

        assertThat(wire.send("POST", page.callPath(), body, "Cookie", page.cookie())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void wrongTokenChangesNothing() {
        OpenPage page = wire.open("");
        HttpResponse<String> answer = call(page, page.navigate("").replace(page.csrf(), "wrong"));

        assertHarmless(answer);
        assertThat(answer.body()).doesNotContain("nobody");
        assertThat(server.bean(Board.class).traces())
                .noneMatch(trace -> trace.what().equals("never"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "null",
                "{}",
                "{\"type\":\"unknown\"}",
                "{\"type\":\"event\"}",
                "{\"type\":\"event\",\"node\":99999,\"event\":\"click\",\"data\":{}}",
                "{\"type\":\"event\",\"node\":\"x\",\"event\":7}",
                "{\"type\":\"mSync\",\"node\":1,\"feature\":99,\"property\":\"x\",\"value\":1}",
                "{\"type\":\"channel\",\"node\":1,\"channel\":5,\"args\":[]}"
            })
    void nonsenseInvocationsNeverBreakTheServer(String invocation) {
        OpenPage page = wire.open("");

        assertHarmless(call(page, page.call(0, invocation)));
        assertThat(wire.open("").answer().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&v-uiId=", "&v-uiId=x", "&v-uiId=-1", "&v-uiId=99999999999999", "&v-uiId=%zz"})
    void wrongPageNumbersAreRefused(String number) {
        OpenPage page = wire.open("");
        for (String type : new String[] {"uidl", "heartbeat"}) {
            HttpResponse<String> answer = number.contains("%zz")
                    ? RawHttp.send(server.port(), "POST /?v-r=" + type + number + " HTTP/1.1", "Content-Length: 0")
                    : wire.send("POST", "/?v-r=" + type + number, page.call(0, ""), "Cookie", page.cookie());
            assertHarmless(answer);
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void bodyOverTheLimitIsRefusedWithOrWithoutItsLength() {
        OpenPage page = wire.open("");
        String body = "x".repeat(2 * 1024 * 1024 + 1);

        assertThat(call(page, body).statusCode()).isEqualTo(413);
        assertThat(chunked(page, body)).isEqualTo(413);
        assertThat(call(page, page.navigate("")).statusCode()).isEqualTo(200);
    }

    private static int chunked(OpenPage page, String body) {
        return RawHttp.chunked(server.port(), page.callPath(), page.cookie(), body);
    }

    @Test
    void startWithoutAPlaceOrAtAWrongOneIsRefused() {
        int before = server.bean(WebSessions.class).size();

        assertHarmless(wire.get("/?v-r=init"));
        assertThat(wire.get("/?v-r=init").statusCode()).isIn(400, 403);
        assertThat(wire.get("/deep/7?v-r=init&location=").statusCode()).isIn(403, 404);
        assertThat(wire.get("/?v-r=nonsense").statusCode()).isIn(403, 404);
        assertThat(wire.get("/?v-r=uidl&v-uiId=0").statusCode()).isLessThan(500);
        assertThat(server.bean(WebSessions.class).size()).isEqualTo(before);
        assertThat(wire.get("/?v-r=init&location=..%2F..%2Fetc&query=").statusCode())
                .isEqualTo(400);
    }
}
