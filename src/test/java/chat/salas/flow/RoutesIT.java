package chat.salas.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths are the UI, and which are not. */
class RoutesIT {
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

    private static void assertPage(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains("id=\"outlet\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "*/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/json",
                "image/png"
            })
    void pageIsServedWhateverTheClientAccepts(String accept) {
        HttpResponse<String> answer = wire.get("/", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertPage(answer);
    }

    @Test
    void pageIsServedToClientsThatSayNothing() {
        assertPage(wire.get("/deep/7"));
        assertThat(wire.get("/deep/7").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8"})
    void routesOfOthersComeFirst(String accept) {
        assertThat(wire.get("/api/thing", "Accept", accept).body()).doesNotContain("outlet");
        assertThat(wire.get("/plain/x", "Accept", accept).body()).doesNotContain("outlet");
        assertThat(wire.get("/api/thing", "Accept", "*/*").body()).isEqualTo("{\"thing\":true}");
        assertThat(wire.get("/plain/x", "Accept", "*/*").body()).isEqualTo("plain x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/unknown",
                "/api",
                "/health/a/b",
                "/VAADIN/unknown",
                "/VAADIN/build/unknown.js",
                "/VAADIN/dynamic/resource/1/2/3",
                "/VAADIN/",
                "/unknown.css",
                "/favicon.ico"
            })
    void unknownPathsOfOthersAreNeverThePage(String path) {
        HttpResponse<String> answer = wire.get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isIn(404, 403);
        assertThat(answer.body()).doesNotContain("outlet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unknown", "/deep", "/deep/1/2", "/rooms/a%2Fb", "/%C3%A9t%C3%A9"})
    void unknownAddressesShowThePageWithStatus404(String path) {
        HttpResponse<String> answer = wire.get(path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertPage(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%00", "/a%zz", "/a%C3%28", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a/../../b"})
    void malformedPathsAreRefusedOrUnknown(String path) {
        HttpResponse<String> answer = raw("GET " + path + " HTTP/1.1");

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("root:", "Exception", "\tat ");
    }

    private static HttpResponse<String> raw(String line) {
        return RawHttp.send(server.port(), line, "Accept: text/html");
    }

    @Test
    void browserThatIsTooOldIsToldSo() {
        HttpResponse<String> answer = wire.get("/?v-r=oldbrowser", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsIgnoringCase("browser").doesNotContain("outlet");
    }

    @Test
    void baseLeadsFromEveryDepthToTheRoot() {
        assertThat(wire.get("/").body()).contains("<base href=\".\"");
        assertThat(wire.get("/deep/7").body()).contains("<base href=\"./..\"");
        assertThat(wire.get("/a/b%2Fc/d").body()).contains("<base href=\"./../..\"");
    }

    @Test
    void wrongMethodsAreRefused() {
        assertThat(wire.send("POST", "/deep/7", "").statusCode()).isEqualTo(405);
        assertThat(wire.send("POST", "/", "").statusCode()).isEqualTo(405);
        assertThat(wire.send("POST", "/?v-r=init", "").statusCode()).isEqualTo(405);
        assertThat(wire.send("DELETE", "/", "").statusCode()).isEqualTo(405);
        assertThat(wire.send("PUT", "/unknown", "").statusCode()).isEqualTo(405);
        assertThat(wire.send("POST", "/api/thing", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(405);
        assertThat(wire.get("/only-post", "Accept", "text/html").statusCode()).isEqualTo(405);
        assertThat(wire.send("POST", "/api/unknown", "").statusCode()).isEqualTo(404);
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        for (String path : new String[] {"/", "/deep/7", "/VAADIN/static/push/vaadinPush-min.js"}) {
            HttpResponse<String> answer = wire.send("HEAD", path, "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).isPresent();
            assertThat(answer.body()).isEmpty();
        }
        assertThat(wire.send("HEAD", "/unknown", "").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesBearAStrictPolicyWithAFreshNonce() {
        HttpResponse<String> first = wire.get("/");
        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'")
                .contains("connect-src 'self'", "img-src 'self' data: blob:")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9+/]{22}' 'unsafe-eval';");
        assertThat(wire.get("/").headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(policy);
        assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(first.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
    }
}
