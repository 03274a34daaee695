package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.Sessions;
import chat.salas.kernel.Actor;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of API.md about messages, on a real port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesIT {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final String[] FIELDS = {
        "room",
        "seq",
        "id",
        "author",
        "at",
        "text",
        "sealed",
        "attachments",
        "replyTo",
        "editedAt",
        "deleted",
        "unreadable",
        "reactions"
    };

    private TestServer server;
    private Api ana;
    private Api bob;
    private Api eve;
    private String slug = "";
    private String path = "";

    @BeforeAll
    void start() {
        server = TestServer.start();
        ana = person("Ana");
        bob = person("Bob");
        eve = person("Eve");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void freshRoom() {
        enter(Map.of("name", "Room " + UUID.randomUUID()));
    }

    private void enter(Map<String, Object> room) {
        slug = ana.post("/api/rooms", room).string("slug");
        path = "/api/rooms/" + slug + "/messages";
        String token = ana.post("/api/rooms/" + slug + "/invites", Map.of()).string("token");
        assertThat(bob.post("/api/invites/" + token + "/accept").status()).isEqualTo(200);
    }

    private Api person(String name) {
        String email = name.toLowerCase(java.util.Locale.ROOT) + UUID.randomUUID() + "@example.org";
        String token = server.bean(Accounts.class)
                .register(email, Api.PASSWORD, name, new Device("test", "127.0.0.1"))
                .token();
        return server.api().cookie(token);
    }

    @Test
    void sendingAnswersWithEveryFieldOfAMessage() {
        String id = UUID.randomUUID().toString();
        Answer sent = ana.post(path, Map.of("id", id, "text", "  olá 👋 "));
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.json()).containsOnlyKeys(FIELDS);
        assertThat(sent.json())
                .containsEntry("room", slug)
                .containsEntry("id", id)
                .containsEntry("text", "olá 👋")
                .containsEntry("sealed", null)
                .containsEntry("attachments", List.of())
                .containsEntry("replyTo", null)
                .containsEntry("editedAt", null)
                .containsEntry("deleted", false)
                .containsEntry("unreadable", false)
                .containsEntry("reactions", List.of());
        assertThat(sent.number("seq")).isEqualTo(1);
        assertThat(sent.string("at")).matches(TIME);
        assertThat(author(sent)).containsEntry("displayName", "Ana").containsOnlyKeys("id", "displayName");
        assertThat(author(sent).get("id")).isInstanceOf(String.class);
        assertThat(bob.get(path + "/1").json()).isEqualTo(sent.json());
    }

    @Test
    void aSearchFindsAllWordsNewestFirstPageByPage() {
        for (String text : List.of("São Paulo one", "no such place", "sao paulo two", "我明天去上海", "SÃO PAULO three")) {
            assertThat(ana.post(path, Map.of("text", text)).status()).isEqualTo(201);
        }
        Answer all = bob.get(path + "/search?q=" + encoded("paulo são"));
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json()).containsEntry("hasMore", false).containsEntry("next", null);
        assertThat(all.body()).contains("three", "two", "one").doesNotContain("place");
        assertThat(all.body().indexOf("three")).isLessThan(all.body().indexOf("two"));
        Answer second = bob.get(path + "/search?q=sao&from=1&limit=1");
        assertThat(second.json()).containsEntry("hasMore", true);
        assertThat(second.body()).contains("sao paulo two").doesNotContain("three");
        assertThat(bob.get(path + "/search?q=" + encoded("上海")).body()).contains("我明天去上海");
        assertThat(bob.get(path + "/search?q=nowhere").json()).containsEntry("messages", List.of());
        assertProblem(bob.get(path + "/search"), 400);
        assertProblem(bob.get(path + "/search?q=a&limit=201"), 400);
        assertProblem(eve.get(path + "/search?q=sao"), 403);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void aRepeatedIdAnswersWithTheFirstResult() {
        String id = UUID.randomUUID().toString();
        Answer first = ana.post(path, Map.of("id", id, "text", "one"));
        Answer again = ana.post(path, Map.of("id", id, "text", "two"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertProblem(bob.post(path, Map.of("id", id, "text", "mine")), 409);
        assertThat(ana.get(path).list("messages")).hasSize(1);
    }

    @Test
    void pagesAreAscendingAndTellWhetherThereAreMore() {
        for (int i = 1; i <= 7; i++) {
            say(ana, "n" + i);
        }
        assertThat(seqs(bob.get(path + "?limit=3"))).containsExactly(5L, 6L, 7L);
        assertThat(bob.get(path + "?limit=3").json()).containsEntry("hasMore", true);
        assertThat(seqs(bob.get(path + "?limit=3&before=3"))).containsExactly(1L, 2L);
        assertThat(bob.get(path + "?limit=3&before=3").json()).containsEntry("hasMore", false);
        assertThat(seqs(bob.get(path + "?after=5"))).containsExactly(6L, 7L);
        assertThat(seqs(bob.get(path + "?limit=2&after=0"))).containsExactly(1L, 2L);
        assertThat(bob.get(path + "?limit=2&after=0").json()).containsOnlyKeys("messages", "hasMore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=-5", "limit=x", "limit=99999999999"})
    void aLimitOutOfBoundsIsMalformed(String query) {
        assertProblem(ana.get(path + "?" + query), 400, "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=0", "before=-1", "before=x", "before=1.5", "before=99999999999999999999"})
    void aBeforeThatIsNoNumberOfAMessageIsMalformed(String query) {
        assertProblem(ana.get(path + "?" + query), 400, "before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=-1", "after=x", "after=1&before=2"})
    void anAfterThatIsNoNumberIsMalformed(String query) {
        assertProblem(ana.get(path + "?" + query), 400, "after");
    }

    @Test
    void aTextOutsideTheRulesIsRefused() {
        assertThat(say(ana, "x".repeat(8_000)).status()).isEqualTo(201);
        assertProblem(say(ana, "x".repeat(8_001)), 422, "text");
        assertProblem(say(ana, ""), 422, "text");
        assertProblem(say(ana, " \n\t "), 422, "text");
        assertProblem(say(ana, "a\u0000b"), 422, "text");
        assertProblem(say(ana, "a\u001bb"), 422, "text");
        assertProblem(ana.post(path, Map.of()), 422, "text");
        assertProblem(ana.post(path, Map.of("text", "x", "replyTo", 1_000)), 422, "replyTo");
        assertProblem(ana.post(path, Map.of("text", "x", "replyTo", 0)), 422, "replyTo");
    }

    @Test
    void aRoomThatTheServerCanReadTakesTextOnly() {
        Map<String, Object> sealed = Map.of("epoch", 1, "nonce", "AAAA", "ciphertext", "AAAA");
        assertProblem(ana.post(path, Map.of("sealed", sealed)), 422, "sealed");
        assertProblem(ana.post(path, Map.of("sealed", sealed, "text", "x")), 422, "sealed");
        say(ana, "x");
        assertProblem(ana.patch(path + "/1", Map.of("sealed", sealed)), 422, "sealed");
        assertProblem(ana.patch(path + "/1", Map.of()), 422, "text");
    }

    @Test
    void malformedBodiesAreToldByField() {
        assertProblem(ana.post(path, Map.of("id", "no-uuid", "text", "x")), 400, "id");
        assertProblem(ana.post(path, Map.of("id", "1-1-1-1-1", "text", "x")), 400, "id");
        assertProblem(ana.post(path, Map.of("text", 5)), 400, "text");
        assertProblem(ana.post(path, Map.of("text", "x", "replyTo", "1")), 400, "replyTo");
        assertProblem(ana.post(path, Map.of("text", "x", "colour", "red")), 400);
        assertProblem(raw("{\"text\":"), 400);
        assertProblem(raw("[]"), 400);
        assertProblem(raw("\"text\""), 400);
        assertProblem(raw(""), 400);
        assertThat(ana.get(path).list("messages")).isEmpty();
    }

    @Test
    void invalidUtf8IsNoServerError() {
        byte[] body = "{\"text\":\"a?b\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[10] = (byte) 0xff;
        Answer answer = ana.raw("POST", path, "application/json", BodyPublishers.ofByteArray(body));
        assertThat(answer.status()).isBetween(400, 422);
    }

    @Test
    void theAuthorEditsAndNobodyElse() {
        say(ana, "teh");
        Answer edited = ana.patch(path + "/1", Map.of("text", "the"));
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.json()).containsOnlyKeys(FIELDS).containsEntry("text", "the");
        assertThat(edited.string("editedAt")).matches(TIME);
        assertThat(bob.get(path + "/1").json()).isEqualTo(edited.json());
        assertProblem(bob.patch(path + "/1", Map.of("text", "no")), 403);
        assertProblem(ana.patch(path + "/2", Map.of("text", "no")), 404);
        assertProblem(ana.patch(path + "/1", Map.of("text", "")), 422, "text");
    }

    @Test
    void deletingLeavesATombstone() {
        say(ana, "one");
        say(bob, "two");
        assertProblem(bob.delete(path + "/1"), 403);
        assertThat(ana.delete(path + "/2").status()).isEqualTo(204);
        assertThat(ana.delete(path + "/2").status()).isEqualTo(204);
        assertThat(bob.delete(path + "/2").status()).isEqualTo(204);
        assertProblem(bob.delete(path + "/3"), 404);
        Map<String, @Nullable Object> gone = bob.get(path).list("messages").get(1);
        assertThat(gone).containsOnlyKeys(FIELDS).containsEntry("deleted", true).containsEntry("text", null);
        assertProblem(bob.patch(path + "/2", Map.of("text", "back")), 409);
        assertThat(say(ana, "three").number("seq")).isEqualTo(3);
    }

    @Test
    void anAdminWhoDeletesAnothersMessageStandsInTheAuditAndAnAuthorDoesNot() {
        say(bob, "mine");
        say(bob, "too loud");
        bob.delete(path + "/1");
        ana.delete(path + "/2");
        ana.delete(path + "/2");
        List<Map<String, @Nullable Object>> erased = ana.get("/api/rooms/" + slug + "/audit").list().stream()
                .filter(record -> "message.erased".equals(record.get("action")))
                .toList();
        assertThat(erased).hasSize(1);
        assertThat(erased.getFirst().toString()).contains("Bob", "seq");
    }

    @Test
    void reactionsComeAndGo() {
        say(ana, "party?");
        assertThat(bob.put(reaction(1, "🎉"), null).status()).isEqualTo(204);
        assertThat(bob.put(reaction(1, "🎉"), null).status()).isEqualTo(204);
        assertThat(ana.put(reaction(1, "👨‍👩‍👧‍👦"), null).status()).isEqualTo(204);
        assertThat(ana.get(path + "/1").list("reactions"))
                .containsExactly(
                        Map.of("emoji", "🎉", "count", 1, "mine", false),
                        Map.of("emoji", "👨‍👩‍👧‍👦", "count", 1, "mine", true));
        assertThat(bob.delete(reaction(1, "🎉")).status()).isEqualTo(204);
        assertThat(bob.delete(reaction(1, "🎉")).status()).isEqualTo(204);
        assertThat(ana.get(path + "/1").list("reactions")).hasSize(1);
        assertProblem(bob.put(reaction(2, "🎉"), null), 404);
        assertProblem(bob.put(reaction(1, "hello"), null), 422, "emoji");
        assertProblem(bob.put(reaction(1, "<script>"), null), 422, "emoji");
        assertProblem(bob.put(reaction(1, "👍👍"), null), 422, "emoji");
        assertProblem(bob.put(reaction(1, "👍".repeat(50)), null), 422, "emoji");
        assertThat(bob.put(path + "/1/reactions/%ff", null).status()).isBetween(400, 422);
    }

    @Test
    void adminsTakeTheWholeHistoryAlongAsLines() {
        Messages messages = server.bean(Messages.class);
        Actor actor = server.bean(Sessions.class).resolve(ana.cookie()).orElseThrow();
        List<CompletableFuture<Message>> sent = IntStream.rangeClosed(1, 450)
                .mapToObj(n -> messages.post(actor, slug, new Draft(null, "Zeile\n" + n, null)))
                .toList();
        sent.forEach(CompletableFuture::join);
        ana.delete(path + "/200");
        Answer file = ana.get("/api/rooms/" + slug + "/export");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).hasValue("application/x-ndjson");
        assertThat(file.header("Content-Disposition")).hasValue("attachment; filename=\"" + slug + ".ndjson\"");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(450);
        for (int n = 1; n <= 450; n++) {
            assertThat(lines.get(n - 1))
                    .contains("\"seq\":" + n + ",", n == 200 ? "\"deleted\":true" : "Zeile\\n" + n + "\"");
        }
        assertThat(ana.get("/api/rooms/" + slug + "/audit").list().getFirst()).containsEntry("action", "room.exported");
        assertThat(bob.get("/api/rooms/" + slug + "/export").status()).isEqualTo(403);
        assertThat(eve.get("/api/rooms/" + slug + "/export").status()).isEqualTo(403);
    }

    @Test
    void theRoomsRateLimitTellsWhenToComeBack() {
        enter(Map.of("name", "Slow " + UUID.randomUUID(), "messagesPerMinute", 2));
        say(ana, "one");
        say(ana, "two");
        Answer early = say(ana, "three");
        assertProblem(early, 429);
        assertThat(Integer.parseInt(early.header("Retry-After").orElseThrow())).isBetween(1, 30);
        assertThat(say(bob, "mine").status()).isEqualTo(201);
    }

    @Test
    void strangersAreForbiddenAndNobodyIsNotSignedIn() {
        say(ana, "one");
        for (Api stranger : List.of(eve, server.api())) {
            int status = stranger == eve ? 403 : 401;
            assertProblem(stranger.get(path), status);
            assertProblem(stranger.get(path + "/1"), status);
            assertProblem(stranger.post(path, Map.of("text", "x")), status);
            assertProblem(stranger.patch(path + "/1", Map.of("text", "x")), status);
            assertProblem(stranger.delete(path + "/1"), status);
            assertProblem(stranger.put(reaction(1, "🎉"), null), status);
            assertProblem(stranger.delete(reaction(1, "🎉")), status);
        }
        assertProblem(ana.get("/api/rooms/no-such-room/messages"), 404);
        assertProblem(ana.post("/api/rooms/no-such-room/messages", Map.of("text", "x")), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "0", "1.5", "99999999999999999999"})
    void whatIsNoNumberOfAMessageIsNotThere(String seq) {
        for (Answer answer : List.of(
                ana.get(path + "/" + seq),
                ana.patch(path + "/" + seq, Map.of("text", "x")),
                ana.delete(path + "/" + seq))) {
            assertProblem(answer, 404);
        }
    }

    private String reaction(long seq, String emoji) {
        return path + "/" + seq + "/reactions/" + URLEncoder.encode(emoji, StandardCharsets.UTF_8);
    }

    private Answer say(Api who, String text) {
        return who.post(path, new HashMap<>(Map.of("text", text)));
    }

    private Answer raw(String body) {
        return ana.raw("POST", path, "application/json", BodyPublishers.ofString(body));
    }

    private static List<Long> seqs(Answer page) {
        return page.list("messages").stream()
                .map(message -> message.get("seq") instanceof Number seq ? seq.longValue() : -1L)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> author(Answer message) {
        return (Map<String, Object>)
                java.util.Objects.requireNonNull(message.json().get("author"));
    }

    private static void assertProblem(Answer answer, int status, String... fields) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("chat.salas", "micronaut", "java.", "Exception", "SQL");
        if (fields.length > 0) {
            assertThat(answer.badFields()).as(answer.toString()).containsExactly(fields);
        }
    }
}
