package chat.salas.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Draining;
import chat.salas.kernel.Problem;
import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all HTTP shares, on a real port, with a controller that only this test has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebIT {
    private TestServer server;
    private Api api;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of("spec", "WebIT"));
        api = server.api();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Serdeable
    record Thing(
            @Nullable String text,
            @Nullable Integer count,
            @Nullable Boolean flag,
            @Nullable List<Inner> inner) {}

    @Serdeable
    record Inner(@Nullable Long size) {}

    @Serdeable
    record Shown(Instant at, @Nullable String absent, boolean virtual) {}

    @Controller("/api/web-test")
    @Requires(property = "spec", value = "WebIT")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @ExecuteOn(TaskExecutors.VIRTUAL)
    static class Things {
        @Post("/things")
        Shown take(@Valid @Body Thing thing) {
            return new Shown(
                    Instant.parse("2026-01-31T12:00:00Z"),
                    null,
                    Thread.currentThread().isVirtual());
        }

        @Get("/count/{id}")
        String count(@PathVariable @Max(10) int id, @QueryValue int limit) {
            return id + "/" + limit;
        }

        @Get("/boom")
        String boom() {
            throw new IllegalStateException("the secret text", new RuntimeException("another secret"));
        }

        @Get("/busy")
        String busy() {
            throw new Problem.TooMany("Slow down", Duration.ofMillis(1500));
        }

        @Get("/refused")
        String refused() {
            throw new Problem.Refused("name", "length: 0 (expected: 1..80)");
        }

        @Get("/me")
        String me(Actor actor) {
            return actor.displayName();
        }
    }

    @Controller("/api/web-closed")
    @Requires(property = "spec", value = "WebIT")
    static class Closed {
        @Get
        String closed() {
            return "never";
        }
    }

    /** Stands for the pages' catch-all. */
    @Controller
    @Requires(property = "spec", value = "WebIT")
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class CatchAll {
        @Get(value = "/{+path}", produces = MediaType.TEXT_HTML)
        String page(@PathVariable String path) {
            return "<p>page</p>";
        }
    }

    private Answer things(String json) {
        return api.raw("POST", "/api/web-test/things", "application/json", BodyPublishers.ofString(json));
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json()).containsKeys("type", "title", "status", "detail");
        assertThat(answer.number("status")).isEqualTo(status);
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.body()).doesNotContain("chat.salas", "micronaut", "java.", "Exception");
    }

    @Test
    void goodBodyIsReadAndTimesHaveThreeDecimalsAndNullsStay() {
        Answer answer = things("{\"text\":\"a\",\"count\":3,\"flag\":true,\"inner\":[{\"size\":9007199254740993}]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"at\":\"2026-01-31T12:00:00.000Z\",\"absent\":null,\"virtual\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":5} | text",
                "{\"text\":true} | text",
                "{\"text\":[\"a\"]} | text",
                "{\"text\":{}} | text",
                "{\"count\":\"5\"} | count",
                "{\"count\":1.5} | count",
                "{\"count\":99999999999} | count",
                "{\"count\":99999999999999999999999} | count",
                "{\"flag\":\"true\"} | flag",
                "{\"flag\":1} | flag",
                "{\"inner\":{}} | inner[0]",
                "{\"inner\":[{\"size\":\"x\"}]} | inner[0].size",
                "{\"unknown\":1} | unknown",
                "{\"text\":\"a\",\"text\":\"b\"} | text",
            })
    void wrongTypesAndUnknownFieldsAreNamed(String json, String field) {
        Answer answer = things(json);
        assertProblem(answer, 400);
        assertThat(answer.badFields()).as(answer.toString()).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "null",
                "\"text\"",
                "5",
                "{\"text\":\"a\"",
                "{\"text\":\"\\ud8\"}",
                "{'text':1}"
            })
    void malformedJsonIsRefused(String json) {
        assertProblem(things(json), 400);
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        assertProblem(things("{\"text\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"), 400);
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body = "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(
                api.raw("POST", "/api/web-test/things", "application/json", BodyPublishers.ofByteArray(body)), 400);
    }

    @Test
    void bodiesOverTheLimitAreRefusedWithAndWithoutALength() {
        byte[] large = ("{\"text\":\"" + "a".repeat(10_500_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertProblem(
                api.raw("POST", "/api/web-test/things", "application/json", BodyPublishers.ofByteArray(large)), 413);
        assertProblem(
                api.raw(
                        "POST",
                        "/api/web-test/things",
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413);
        byte[] medium = ("{\"text\":\"" + "a".repeat(400_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertProblem(
                api.raw("POST", "/api/web-test/things", "application/json", BodyPublishers.ofByteArray(medium)), 413);
    }

    @Test
    void contentTypesAndAcceptsAreChecked() {
        assertProblem(api.raw("POST", "/api/web-test/things", "text/plain", BodyPublishers.ofString("{}")), 415);
        Api picky = server.api().header("Accept", "image/png");
        assertProblem(picky.post("/api/web-test/things", Map.of()), 406);
        assertProblem(picky.get("/api/web-test/busy"), 406);
    }

    @Test
    void unknownPathsAndWrongMethodsBelowApiAreToldApartInSpiteOfACatchAll() {
        assertThat(api.get("/somewhere").status()).isEqualTo(200);
        Api browser = server.api().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(browser.get("/somewhere").status()).isEqualTo(200);
        for (Api client : List.of(api, browser)) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                assertProblem(client.send(method, "/api/nothing/here", null), 404);
            }
            assertProblem(client.get("/api"), 404);
            assertProblem(client.delete("/api/web-test/things"), 405);
            Answer wrong = client.get("/api/web-test/things");
            assertProblem(wrong, 405);
            assertThat(wrong.header("Allow")).hasValue("POST");
        }
    }

    @Test
    void pathAndQueryValuesAreChecked() {
        assertThat(api.get("/api/web-test/count/5?limit=2").body()).isEqualTo("5/2");
        Answer text = api.get("/api/web-test/count/x?limit=2");
        assertProblem(text, 400);
        assertThat(text.badFields()).containsExactly("id");
        Answer absent = api.get("/api/web-test/count/5");
        assertProblem(absent, 400);
        assertThat(absent.badFields()).containsExactly("limit");
        Answer large = api.get("/api/web-test/count/50?limit=2");
        assertProblem(large, 400);
        assertThat(large.badFields()).containsExactly("id");
    }

    @Test
    void whatNobodyForesawTellsNothing() {
        Answer answer = api.get("/api/web-test/boom");
        assertProblem(answer, 500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void problemsKeepTheirStatusFieldsAndWait() {
        Answer busy = api.get("/api/web-test/busy");
        assertProblem(busy, 429);
        assertThat(busy.header("Retry-After")).hasValue("2");
        Answer refused = api.get("/api/web-test/refused");
        assertProblem(refused, 422);
        assertThat(refused.badFields()).containsExactly("name");
    }

    @Test
    void nobodyIsToldToSignIn() {
        assertProblem(api.get("/api/web-test/me"), 401);
        assertProblem(api.get("/api/web-closed"), 401);
        Api browser = server.api().header("Accept", "text/html");
        assertThat(browser.get("/api/web-closed").status()).isIn(401, 406);
    }

    @Test
    void everyAnswerBearsARequestIdAndSafeHeaders() {
        Answer answer = api.get("/api/web-test/count/5?limit=2");
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        assertThat(answer.header("Content-Security-Policy")).isPresent();
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(server.api()
                        .header("X-Forwarded-Proto", "https")
                        .get("/api/nothing")
                        .header("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void saneRequestIdIsKeptAndAnyOtherReplaced() {
        assertThat(server.api()
                        .header("X-Request-Id", "abc-123_DEF.4")
                        .get("/api/nothing")
                        .header("X-Request-Id"))
                .hasValue("abc-123_DEF.4");
        for (String bad : List.of("short", "a".repeat(65), "has space in it", "<script>alert</script>")) {
            assertThat(server.api()
                            .header("X-Request-Id", bad)
                            .get("/api/nothing")
                            .header("X-Request-Id"))
                    .isPresent()
                    .get()
                    .isNotEqualTo(bad);
        }
    }

    @Test
    void otherSitesCannotMakeABrowserChangeAnything() {
        assertThat(things("{}").status()).as("no cookie, no origin").isEqualTo(200);
        Api evil = server.api().header("Origin", "https://evil.example");
        assertProblem(evil.post("/api/web-test/things", Map.of()), 403);
        assertThat(evil.get("/api/web-test/count/5?limit=2").status())
                .as("reading")
                .isEqualTo(200);
        assertProblem(server.api().header("Origin", "null").post("/api/web-test/things", Map.of()), 403);
        assertProblem(server.api().header("Sec-Fetch-Site", "cross-site").post("/api/web-test/things", Map.of()), 403);
        String own = server.api().base().toString();
        assertThat(server.api()
                        .header("Origin", own)
                        .post("/api/web-test/things", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void drainingRefusesWhatIsNew() {
        try (TestServer other = TestServer.start(Map.of("spec", "WebIT"))) {
            other.bean(Draining.class).start();
            Answer answer = other.api().get("/api/web-test/count/5?limit=2");
            assertProblem(answer, 503);
            assertThat(answer.header("Retry-After")).isPresent();
        }
    }
}
