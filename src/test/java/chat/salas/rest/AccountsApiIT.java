package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.CredentialEnded;
import chat.salas.kernel.Actor.Credential;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the Accounts table of the wire contract, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsApiIT {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.api().register("the administrator, who stays");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.number("status")).isEqualTo(status);
        assertThat(answer.header("X-Request-Id")).isPresent();
    }

    @Test
    void registeringAnswersTheAccountAndSignsIn() {
        Api api = server.api();
        String email = address();
        Answer answer = api.post(
                "/api/register",
                Map.of(
                        "email",
                        " " + email.toUpperCase(java.util.Locale.ROOT),
                        "password",
                        Api.PASSWORD,
                        "displayName",
                        "Ana"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json()).containsEntry("email", email).containsEntry("displayName", "Ana");
        assertThat(answer.string("id")).matches("\\d{1,19}");
        assertThat(answer.string("createdAt")).matches(TIME);
        assertThat(answer.json()).containsEntry("hasEncryptionKeys", false).containsKey("locale");
        assertThat(answer.body()).doesNotContain("argon2", Api.PASSWORD);
        assertThat(api.get("/api/me").json()).isEqualTo(answer.json());
    }

    @Test
    void sessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Answer answer = server.api().post("/api/register", Map.of("email", address(), "password", Api.PASSWORD));
        String cookie = answer.header("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .startsWith("salas_session=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/", "Max-Age=");
        assertThat(cookie).doesNotContain("Secure");
        Answer behindTls = server.api()
                .header("X-Forwarded-Proto", "https")
                .post("/api/register", Map.of("email", address(), "password", Api.PASSWORD));
        assertThat(behindTls.header("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void withoutANameTheLocalPartIsShown() {
        String email = address();
        Answer answer = server.api().post("/api/register", Map.of("email", email, "password", Api.PASSWORD));
        assertThat(answer.string("displayName")).isEqualTo(email.substring(0, email.indexOf('@')));
    }

    @Test
    void takenAddressIsRefusedAlsoInOtherCase() {
        Api ana = server.api().register("Ana");
        Answer answer = server.api()
                .post(
                        "/api/register",
                        Map.of("email", ana.email().toUpperCase(java.util.Locale.ROOT), "password", Api.PASSWORD));
        assertProblem(answer, 409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short", "123456789", "1234567890", "password123", "P@ssw0rd2024!", "qwertyuiop", "aaaaaaaaaaaa",
                "iloveyou123", "letmein12345", "Administrator1", "abcabcabcabc", "passwordpassword", "salas",
                        "SALAS salas",
            })
    void weakPasswordsAreRefused(String password) {
        Answer answer = server.api().post("/api/register", Map.of("email", address(), "password", password));
        assertProblem(answer, 422);
        assertThat(answer.badFields()).containsExactly("password");
        assertThat(answer.body()).doesNotContain(password + "\"");
    }

    @Test
    void ownAddressOrNameIsNoPassword() {
        String email = "maria.da.silva@example.org";
        for (String password : List.of(email, "maria.da.silva", "Maria da Silva", "Maria DASILVA Souza")) {
            Answer answer = server.api()
                    .post(
                            "/api/register",
                            Map.of("email", email, "password", password, "displayName", "Maria da Silva Souza"));
            assertProblem(answer, 422);
            assertThat(answer.badFields()).as(password).containsExactly("password");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "@example.org",
                "a@",
                "a b@example.org",
                "a@exa mple.org",
                "a@-example.org",
                "a@example..org",
                "a\u0000@example.org",
                "a@b@c@",
                "<a>@example.org",
                "a@example.org\r\nBcc: b@example.org",
            })
    void whatIsNoAddressIsRefused(String email) {
        Answer answer = server.api().post("/api/register", Map.of("email", email, "password", Api.PASSWORD));
        assertProblem(answer, 422);
        assertThat(answer.badFields()).containsExactly("email");
    }

    @Test
    void overLongAndUnreadableFieldsAreNamed() {
        Api api = server.api();
        String longAddress = "a".repeat(250) + "@example.org";
        assertField(api.post("/api/register", Map.of("email", longAddress, "password", Api.PASSWORD)), 422, "email");
        assertField(
                api.post("/api/register", Map.of("email", address(), "password", "x1 ".repeat(70))), 422, "password");
        assertField(
                api.post(
                        "/api/register",
                        Map.of("email", address(), "password", Api.PASSWORD, "displayName", "n".repeat(81))),
                422,
                "displayName");
        assertField(
                api.post(
                        "/api/register",
                        Map.of("email", address(), "password", Api.PASSWORD, "displayName", "a\u0007b")),
                422,
                "displayName");
        assertField(
                api.post("/api/register", Map.of("email", address(), "password", "with\u0000control 77")),
                422,
                "password");
    }

    private static void assertField(Answer answer, int status, String field) {
        assertProblem(answer, status);
        assertThat(answer.badFields()).as(answer.toString()).contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/register | {\"password\":\"correct horse 77\"} | email",
                "/api/register | {\"email\":\"a@example.org\"} | password",
                "/api/register | {\"email\":null,\"password\":\"correct horse 77\"} | email",
                "/api/register | {\"email\":5,\"password\":\"correct horse 77\"} | email",
                "/api/register | {\"email\":\"a@example.org\",\"password\":[]} | password",
                "/api/register | {\"email\":\"a@example.org\",\"password\":\"correct horse 77\",\"admin\":true} | admin",
                "/api/login | {\"email\":\"a@example.org\"} | password",
                "/api/login | {\"email\":\"a@example.org\",\"password\":true} | password",
                "/api/login | {\"email\":\"a@example.org\",\"password\":\"x\",\"code\":123456} | code",
                "/api/login | {\"email\":\"a@example.org\",\"password\":\"x\",\"remember\":1} | remember",
            })
    void missingWrongAndUnknownFieldsAreNamed(String path, String json, String field) {
        assertField(server.api().raw("POST", path, "application/json", BodyPublishers.ofString(json)), 400, field);
    }

    @Test
    void malformedBodiesGetAnAnswerOnEveryPath() {
        Api ana = server.api().register("Ana");
        for (String path : List.of("/api/register", "/api/login", "/api/me/password", "/api/tokens")) {
            assertProblem(ana.raw("POST", path, "application/json", BodyPublishers.ofString("{\"a\":")), 400);
            byte[] latin = "{\"email\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
            assertProblem(ana.raw("POST", path, "application/json", BodyPublishers.ofByteArray(latin)), 400);
            byte[] large = ("{\"email\":\"" + "a".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
            assertProblem(ana.raw("POST", path, "application/json", BodyPublishers.ofByteArray(large)), 413);
            assertProblem(ana.raw("POST", path, "application/xml", BodyPublishers.ofString("<a/>")), 415);
            assertProblem(ana.put(path, Map.of()), 405);
        }
        assertProblem(ana.get("/api/accounts"), 404);
        assertProblem(ana.get("/api/me/nothing"), 404);
    }

    @Test
    void signingInMakesANewSessionAndEndsTheOneThatTheBrowserHad() {
        Api ana = server.api().register("Ana");
        String before = ana.cookie();
        ana.signIn(ana.email(), Api.PASSWORD);
        assertThat(ana.cookie()).isNotEqualTo(before);
        assertThat(ana.get("/api/me").status()).isEqualTo(200);
        assertProblem(server.api().cookie(before).get("/api/me"), 401);
    }

    @Test
    void unknownAddressAndWrongPasswordAreAnsweredAlike() {
        Api ana = server.api().register("Ana");
        Answer wrong = server.api().post("/api/login", Map.of("email", ana.email(), "password", "not the right one"));
        Answer unknown = server.api().post("/api/login", Map.of("email", address(), "password", "not the right one"));
        Answer noAddress = server.api().post("/api/login", Map.of("email", "nobody", "password", "not the right one"));
        assertProblem(wrong, 401);
        assertProblem(unknown, 401);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(noAddress.body()).isEqualTo(wrong.body());
        assertThat(wrong.header("Set-Cookie")).isEmpty();
    }

    @Test
    void codeOfASecondFactorMayBeSentAlong() {
        Api ana = server.api().register("Ana");
        Answer answer = server.api()
                .post("/api/login", Map.of("email", ana.email(), "password", Api.PASSWORD, "code", "123456"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void signedOutSessionIsDeadOnTheServer() {
        Api ana = server.api().register("Ana");
        String cookie = ana.cookie();
        assertThat(server.api().cookie(cookie).get("/api/me").status()).isEqualTo(200);
        Answer out = ana.post("/api/logout");
        assertThat(out.status()).as(out.toString()).isEqualTo(204);
        assertThat(out.header("Set-Cookie").orElseThrow())
                .startsWith("salas_session=;")
                .contains("Max-Age=0");
        assertProblem(server.api().cookie(cookie).get("/api/me"), 401);
        assertProblem(server.api().post("/api/logout"), 401);
    }

    @Test
    void profileChangesOnlyWhatIsSent() {
        Api ana = server.api().register("Ana");
        assertThat(ana.patch("/api/me", Map.of("displayName", "  Ana Maria ")).string("displayName"))
                .isEqualTo("Ana Maria");
        Answer spoken = ana.patch("/api/me", Map.of("locale", "pt-BR"));
        assertThat(spoken.json()).containsEntry("displayName", "Ana Maria").containsEntry("locale", "pt-BR");
        assertThat(ana.patch("/api/me", Map.of("locale", "")).json()).containsEntry("locale", null);
        assertThat(ana.patch("/api/me", Map.of()).status()).isEqualTo(200);
        assertField(ana.patch("/api/me", Map.of("displayName", " ")), 422, "displayName");
        assertField(ana.patch("/api/me", Map.of("displayName", "n".repeat(81))), 422, "displayName");
        assertField(ana.patch("/api/me", Map.of("locale", "not_a_tag")), 422, "locale");
        assertField(ana.patch("/api/me", Map.of("locale", "a".repeat(100))), 422, "locale");
        assertField(ana.patch("/api/me", Map.of("email", "b@example.org")), 400, "email");
        assertThat(ana.get("/api/me").string("displayName")).isEqualTo("Ana Maria");
    }

    @Test
    void newPasswordEndsAllOtherSessionsAndOpensAlone() {
        Api ana = server.api().register("Ana");
        Api elsewhere = server.api().signIn(ana.email(), Api.PASSWORD);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(200);
        String fresh = "another good phrase 9";
        assertProblem(ana.post("/api/me/password", Map.of("current", "wrong", "new", fresh)), 403);
        assertField(ana.post("/api/me/password", Map.of("current", Api.PASSWORD, "new", "password123")), 422, "new");
        assertThat(elsewhere.get("/api/me").status()).as("nothing changed yet").isEqualTo(200);
        assertThat(ana.post("/api/me/password", Map.of("current", Api.PASSWORD, "new", fresh))
                        .status())
                .isEqualTo(204);
        assertThat(ana.get("/api/me").status()).isEqualTo(200);
        assertProblem(elsewhere.get("/api/me"), 401);
        assertProblem(server.api().post("/api/login", Map.of("email", ana.email(), "password", Api.PASSWORD)), 401);
        assertThat(server.api().signIn(ana.email(), fresh).get("/api/me").status())
                .isEqualTo(200);
    }

    @Test
    void deletedAccountIsGoneAndItsAddressFreeAgain() {
        Api ana = server.api().register("Ana");
        Api program = ana.withOwnToken();
        assertThat(program.get("/api/me").status()).isEqualTo(200);
        assertProblem(ana.delete("/api/me", Map.of("password", "wrong")), 403);
        assertField(ana.delete("/api/me", Map.of()), 400, "password");
        String cookie = ana.cookie();
        assertThat(ana.delete("/api/me", Map.of("password", Api.PASSWORD)).status())
                .isEqualTo(204);
        assertProblem(server.api().cookie(cookie).get("/api/me"), 401);
        assertProblem(program.get("/api/me"), 401);
        assertProblem(server.api().post("/api/login", Map.of("email", ana.email(), "password", Api.PASSWORD)), 401);
        Api again = server.api().register(ana.email(), Api.PASSWORD, "Ana");
        assertThat(again.accountId()).isNotEqualTo(ana.accountId());
    }

    @Test
    void sessionsAreListedAndCanBeEnded() {
        Api ana = server.api().header("User-Agent", "Browser/1").register("Ana");
        Api phone = server.api().header("User-Agent", "Phone/2").signIn(ana.email(), Api.PASSWORD);
        List<Map<String, @Nullable Object>> sessions = list(ana.get("/api/sessions"));
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(0)).containsEntry("device", "Phone/2").containsEntry("current", false);
        assertThat(sessions.get(1)).containsEntry("device", "Browser/1").containsEntry("current", true);
        assertThat(sessions.get(1).get("address")).isEqualTo("127.0.0.1");
        assertThat(text(sessions.get(1), "createdAt")).matches(TIME);
        Answer ended = ana.delete("/api/sessions/" + sessions.get(0).get("id"));
        assertThat(ended.status()).isEqualTo(204);
        assertProblem(phone.get("/api/me"), 401);
        assertThat(list(ana.get("/api/sessions"))).hasSize(1);
        assertThat(ana.get("/api/sessions").body()).doesNotContain(ana.cookie());
    }

    private static List<Map<String, @Nullable Object>> list(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.list();
    }

    private static String text(Map<String, @Nullable Object> object, String field) {
        return Objects.requireNonNull(object.get(field)).toString();
    }

    @Test
    void sessionsAndTokensOfOthersDoNotExist() {
        Api ana = server.api().register("Ana");
        Api eve = server.api().register("Eve");
        String session = text(list(ana.get("/api/sessions")).getFirst(), "id");
        String token = ana.post("/api/tokens", Map.of("name", "bot")).string("id");
        assertProblem(eve.delete("/api/sessions/" + session), 404);
        assertProblem(eve.delete("/api/tokens/" + token), 404);
        for (String id : List.of("0", "x", "99999999999999999999", "-1", "1.5", "9223372036854775808", "%00")) {
            assertProblem(ana.delete("/api/sessions/" + id), 404);
            assertProblem(ana.delete("/api/tokens/" + id), 404);
        }
        assertThat(ana.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void tokenIsShownOnceAndActsAsItsAccountUntilItIsEnded() {
        Api ana = server.api().register("Ana");
        Answer made = ana.post("/api/tokens", Map.of("name", "bot"));
        assertThat(made.status()).isEqualTo(201);
        String token = made.string("token");
        assertThat(token).matches("salas_[A-Za-z0-9_-]{43}");
        Api bot = server.api().bearer(token);
        assertThat(bot.get("/api/me").string("id")).isEqualTo(ana.accountId());
        assertThat(bot.patch("/api/me", Map.of("displayName", "Bot")).status())
                .as("no Origin needed")
                .isEqualTo(200);
        List<Map<String, @Nullable Object>> tokens = list(ana.get("/api/tokens"));
        assertThat(tokens).hasSize(1);
        assertThat(tokens.getFirst()).containsEntry("name", "bot").doesNotContainKey("token");
        assertThat(text(tokens.getFirst(), "lastUsedAt")).matches(TIME);
        assertThat(ana.delete("/api/tokens/" + made.string("id")).status()).isEqualTo(204);
        assertProblem(bot.get("/api/me"), 401);
        assertThat(list(ana.get("/api/tokens"))).isEmpty();
        assertField(ana.post("/api/tokens", Map.of("name", "")), 422, "name");
        assertField(ana.post("/api/tokens", Map.of("name", "n".repeat(81))), 422, "name");
        assertField(ana.post("/api/tokens", Map.of()), 400, "name");
    }

    @Test
    void fiftyTokensAreEnough() {
        Api ana = server.api().register("Ana");
        IntStream.range(0, 50).forEach(i -> assertThat(
                        ana.post("/api/tokens", Map.of("name", "t" + i)).status())
                .isEqualTo(201));
        assertProblem(ana.post("/api/tokens", Map.of("name", "one more")), 409);
    }

    @Test
    void unknownCredentialsAreTurnedAway() {
        Api ana = server.api().register("Ana");
        for (String token : List.of("salas_" + "a".repeat(43), "nonsense", "", "x".repeat(5_000), ana.cookie())) {
            Answer answer = server.api().bearer(token).get("/api/me");
            assertProblem(answer, 401);
            assertThat(answer.header("WWW-Authenticate")).isPresent();
        }
        assertProblem(
                server.api()
                        .bearer("salas_unknown")
                        .post("/api/login", Map.of("email", ana.email(), "password", Api.PASSWORD)),
                401);
        for (String cookie : List.of("nonsense", "x".repeat(3_000), "a b", "\"quoted\"")) {
            assertProblem(server.api().cookie(cookie).get("/api/me"), 401);
        }
        String token = ana.post("/api/tokens", Map.of("name", "bot")).string("token");
        assertProblem(server.api().cookie(token).get("/api/me"), 401);
        assertProblem(ana.bearer("salas_unknown").get("/api/me"), 401);
    }

    @Test
    void everyCallThatNeedsAnAccountSaysSo() {
        for (String call : List.of(
                "GET /api/me",
                "PATCH /api/me",
                "DELETE /api/me",
                "POST /api/me/password",
                "POST /api/logout",
                "GET /api/sessions",
                "DELETE /api/sessions/1",
                "GET /api/tokens",
                "POST /api/tokens",
                "DELETE /api/tokens/1")) {
            String[] parts = call.split(" ");
            Object body = parts[0].equals("GET") ? null : Map.of();
            Answer answer = server.api().send(parts[0], parts[1], body);
            assertThat(answer.status()).as(call + ": " + answer).isEqualTo(401);
        }
    }

    @Test
    void cookieAloneChangesNothingForAnotherSite() {
        Api ana = server.api().register("Ana");
        Map<String, String> change = Map.of("displayName", "Eve");
        for (String origin : List.of("https://evil.example", "null", "http://localhost:1", "nonsense", "")) {
            assertProblem(
                    server.api().cookie(ana.cookie()).header("Origin", origin).patch("/api/me", change), 403);
        }
        Api withoutOrigin = server.api().header("Cookie", "salas_session=" + ana.cookie());
        assertThat(withoutOrigin.get("/api/me").status()).as("reading").isEqualTo(200);
        assertProblem(withoutOrigin.patch("/api/me", change), 403);
        assertProblem(withoutOrigin.post("/api/logout"), 403);
        assertProblem(withoutOrigin.header("Sec-Fetch-Site", "cross-site").patch("/api/me", change), 403);
        assertThat(withoutOrigin
                        .header("Sec-Fetch-Site", "same-origin")
                        .patch("/api/me", Map.of())
                        .status())
                .isEqualTo(200);
        Api evil = server.api().header("Origin", "https://evil.example");
        assertProblem(evil.post("/api/login", Map.of("email", ana.email(), "password", Api.PASSWORD)), 403);
        assertThat(ana.get("/api/me").string("displayName")).isEqualTo("Ana");
    }

    @Test
    void whateverEndsIsTold() {
        List<AccountEvent> heard = new CopyOnWriteArrayList<>();
        Bus bus = server.bean(Bus.class);
        try (Bus.Subscription _ = bus.onEveryAccount(heard::add)) {
            Api ana = server.api().register("Ana");
            long id = Long.parseLong(ana.accountId());
            long session = Long.parseLong(text(list(ana.get("/api/sessions")).getFirst(), "id"));
            long token = Long.parseLong(
                    ana.post("/api/tokens", Map.of("name", "bot")).string("id"));
            assertThat(heard).isEmpty();
            ana.delete("/api/tokens/" + token);
            ana.post("/api/logout");
            assertThat(heard)
                    .containsExactly(
                            new CredentialEnded(id, new Credential.Token(token)),
                            new CredentialEnded(id, new Credential.Session(session)));
        }
    }
}
