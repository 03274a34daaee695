package chat.salas.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesIT {
    private static final String PUSH_SCRIPT = "/VAADIN/static/push/vaadinPush-min.js";
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

    private static String bundleScript() {
        Matcher script = Pattern.compile("href=\"(VAADIN/build/generated-[^\"]+\\.js)\"")
                .matcher(wire.get("/").body());
        assertThat(script.find()).isTrue();
        return "/" + script.group(1);
    }

    @Test
    void bundleIsCachedForEver() {
        HttpResponse<byte[]> answer = wire.bytes(bundleScript());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void otherFilesAreAskedForAgainByTheirTag() {
        HttpResponse<byte[]> first = wire.bytes(PUSH_SCRIPT);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = wire.bytes(PUSH_SCRIPT, "If-None-Match", "\"other\", W/" + tag);

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(wire.bytes(PUSH_SCRIPT, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void compressedSiblingsAreServedToThoseWhoTakeThem() {
        String script = bundleScript();
        byte[] plain = wire.bytes(script).body();
        HttpResponse<byte[]> brotli = wire.bytes(script, "Accept-Encoding", "gzip, deflate, br;q=1.0");
        HttpResponse<byte[]> gzip = wire.bytes(PUSH_SCRIPT, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> refused = wire.bytes(script, "Accept-Encoding", "br;q=0");

        assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(brotli.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(brotli.body().length).isLessThan(plain.length);
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .isEqualTo(new String(plain, StandardCharsets.UTF_8));
    }

    @Test
    void eachEncodingHasItsOwnTag() {
        assertThat(wire.bytes(PUSH_SCRIPT, "Accept-Encoding", "gzip").headers().firstValue("ETag"))
                .isNotEqualTo(wire.bytes(PUSH_SCRIPT).headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/aura/aura.css", "/probe/probe.css", "/probe/probe.wasm"})
    void themesAndOurOwnFilesAreServed(String path) {
        HttpResponse<byte[]> answer = wire.bytes(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue(path.endsWith(".wasm") ? "application/wasm" : "text/css; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/VAADIN/build/../../config/stats.json",
                "/VAADIN/build/%2e%2e/%2e%2e/config/stats.json",
                "/VAADIN/build/..%2f..%2fconfig%2fstats.json",
                "/VAADIN/static/..\\..\\x.js",
                "/../application.yml",
                "//etc/passwd.txt",
                "/probe/.hidden.css",
                "/aura/",
                "/chat/salas/Application.class",
                "/VAADIN/config/flow-build-info.json"
            })
    void nothingElseOfTheClassPathIsServed(String path) {
        HttpResponse<String> answer = RawHttp.send(server.port(), "GET " + path + " HTTP/1.1", "Accept: */*");

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("packageJsonDependencies", "productionMode", "micronaut:");
    }
}
