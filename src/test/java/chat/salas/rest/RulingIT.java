package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of API.md about ruling, on a real port: Ana owns the room, Bob and Cyd are members. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulingIT {
    private TestServer server;
    private Api ana;
    private Api bob;
    private Api cyd;
    private String room = "";

    @BeforeAll
    void start() {
        server = TestServer.start();
        ana = person("Ana");
        bob = person("Bob");
        cyd = person("Cyd");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void furnish() {
        String name = "Ops " + UUID.randomUUID().toString().substring(0, 8);
        room = "/api/rooms/" + ana.post("/api/rooms", Map.of("name", name)).string("slug");
        assertThat(join(bob).status()).isEqualTo(200);
        assertThat(join(cyd).status()).isEqualTo(200);
    }

    private Api person(String name) {
        String token = server.bean(Accounts.class)
                .register(
                        name + UUID.randomUUID() + "@example.org", Api.PASSWORD, name, new Device("test", "127.0.0.1"))
                .token();
        return server.api().cookie(token);
    }

    private Answer join(Api guest) {
        String token = ana.post(room + "/invites", Map.of()).string("token");
        return guest.post("/api/invites/" + token + "/accept");
    }

    private static String id(Api person) {
        return person.get("/api/me").string("id");
    }

    private String member(Api person) {
        return room + "/members/" + id(person);
    }

    private static void assertProblem(Answer answer, int status, String... fields) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("chat.salas", "micronaut", "java.", "Exception", "SQL");
        if (fields.length > 0) {
            assertThat(answer.badFields()).as(answer.toString()).containsExactly(fields);
        }
    }

    private Answer send(Api author, String text) {
        return author.post(room + "/messages", Map.of("text", text));
    }

    @Test
    void ownerPromotesDemotesAndHandsTheRoomOver() {
        Answer promoted = ana.patch(member(bob), Map.of("role", "ADMIN"));
        assertThat(promoted.status()).as(promoted.toString()).isEqualTo(200);
        assertThat(promoted.json())
                .containsOnlyKeys("userId", "displayName", "role", "joinedAt", "online")
                .containsEntry("role", "ADMIN")
                .containsEntry("userId", id(bob));
        assertThat(bob.get(room).string("access")).isEqualTo("ADMIN");
        assertProblem(bob.patch(member(cyd), Map.of("role", "ADMIN")), 403);
        assertThat(ana.patch(member(bob), Map.of("role", "MEMBER")).string("role"))
                .isEqualTo("MEMBER");
        assertThat(ana.patch(member(cyd), Map.of("role", "OWNER")).string("role"))
                .isEqualTo("OWNER");
        assertThat(ana.get(room).string("access")).isEqualTo("ADMIN");
        assertProblem(cyd.post(room + "/leave"), 409);
        assertThat(ana.post(room + "/leave").status()).isEqualTo(204);
    }

    @Test
    void roleThatIsNoneIsRefused() {
        assertProblem(ana.patch(member(bob), Map.of("role", "KING")), 422, "role");
        assertProblem(ana.patch(member(bob), Map.of()), 422, "role");
        assertProblem(ana.patch(room + "/members/999/", Map.of("role", "ADMIN")), 404);
        assertProblem(ana.patch(room + "/members/999", Map.of("role", "ADMIN")), 404);
        assertProblem(ana.patch(room + "/members/x", Map.of("role", "OWNER")), 404);
        assertProblem(ana.patch(member(ana), Map.of("role", "MEMBER")), 409);
    }

    @Test
    void removedMemberIsRefusedEverywhereAndMayBeInvitedAgain() {
        assertProblem(bob.post(member(cyd) + "/remove"), 403);
        assertThat(ana.post(member(bob) + "/remove").status()).isEqualTo(204);
        assertProblem(bob.get(room + "/messages"), 403);
        assertProblem(send(bob, "still here"), 403);
        assertProblem(bob.get(room + "/members"), 403);
        assertProblem(ana.post(member(bob) + "/remove", Map.of()), 404);
        assertProblem(ana.post(member(ana) + "/remove"), 409);
        assertThat(bob.get(room).string("access")).isEqualTo("NONE");
        assertThat(join(bob).status()).isEqualTo(200);
        assertThat(send(bob, "back").status()).isEqualTo(201);
    }

    @Test
    void bannedMemberIsListedAndCannotComeBackUntilItIsLifted() {
        Map<String, Object> ban = Map.of("ban", true, "reason", "noise", "until", "2099-01-31T12:00:00.000Z");
        assertThat(ana.post(member(bob) + "/remove", ban).status()).isEqualTo(204);
        assertProblem(join(bob), 403);
        assertThat(bob.get(room).json())
                .containsEntry("access", "BANNED")
                .containsEntry("bannedUntil", "2099-01-31T12:00:00.000Z");
        List<Map<String, @Nullable Object>> bans = ana.get(room + "/bans").list();
        assertThat(bans).hasSize(1);
        assertThat(bans.getFirst())
                .containsOnlyKeys("userId", "displayName", "bannedBy", "at", "until", "reason")
                .containsEntry("userId", id(bob))
                .containsEntry("reason", "noise")
                .containsEntry("bannedBy", Map.of("id", id(ana), "displayName", "Ana"));
        assertProblem(cyd.get(room + "/bans"), 403);
        assertProblem(cyd.delete(room + "/bans/" + id(bob)), 403);
        assertThat(ana.delete(room + "/bans/" + id(bob)).status()).isEqualTo(204);
        assertProblem(ana.delete(room + "/bans/" + id(bob)), 404);
        assertThat(join(bob).status()).isEqualTo(200);
    }

    @Test
    void banIsRefusedWithAnEndInThePastOrWithoutBeingOne() {
        assertProblem(
                ana.post(member(bob) + "/remove", Map.of("ban", true, "until", "2001-01-01T00:00:00.000Z")),
                422,
                "until");
        assertProblem(ana.post(member(bob) + "/remove", Map.of("until", "2099-01-01T00:00:00.000Z")), 422, "until");
        assertProblem(ana.post(member(bob) + "/remove", Map.of("reason", "x".repeat(501))), 422, "reason");
        assertProblem(ana.post(member(bob) + "/remove", Map.of("ban", true, "until", "soon")), 400, "until");
        assertThat(bob.get(room).string("access")).isEqualTo("MEMBER");
    }

    @Test
    void mutedMemberReadsAndIsToldUntilWhen() {
        String seq = Long.toString(send(bob, "before").number("seq"));
        Instant in = Instant.now().plusSeconds(3_600);
        String until =
                in.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
        assertThat(ana.put(member(bob) + "/mute", Map.of("until", until)).status())
                .isEqualTo(204);
        Answer refused = send(bob, "after");
        assertProblem(refused, 403);
        assertThat(refused.json()).containsEntry("mutedUntil", until).containsEntry("type", "urn:salas:problem/muted");
        assertThat(refused.string("detail")).contains("muted");
        assertProblem(bob.patch(room + "/messages/" + seq, Map.of("text", "other")), 403);
        assertProblem(bob.put(room + "/messages/" + seq + "/reactions/%F0%9F%91%8D", null), 403);
        assertThat(bob.get(room + "/messages").status()).isEqualTo(200);
        assertThat(bob.put(room + "/read", Map.of("seq", 1)).status()).isEqualTo(204);
        assertThat(bob.get(room).json()).containsEntry("mutedUntil", until);
        assertThat(bob.delete(room + "/messages/" + seq).status())
                .as("erases own words")
                .isEqualTo(204);
        assertThat(ana.delete(member(bob) + "/mute").status()).isEqualTo(204);
        assertThat(ana.delete(member(bob) + "/mute").status()).isEqualTo(204);
        assertThat(send(bob, "again").status()).isEqualTo(201);
    }

    @Test
    void muteTakesEitherAnEndOrMinutes() {
        assertThat(ana.put(member(bob) + "/mute", Map.of("minutes", 10)).status())
                .isEqualTo(204);
        assertProblem(send(bob, "hm"), 403);
        assertProblem(ana.put(member(bob) + "/mute", Map.of()), 422, "until");
        assertProblem(ana.put(member(bob) + "/mute", Map.of("minutes", 0)), 422, "minutes");
        assertProblem(ana.put(member(bob) + "/mute", Map.of("minutes", 527_041)), 422, "minutes");
        assertProblem(
                ana.put(member(bob) + "/mute", Map.of("minutes", 5, "until", "2099-01-01T00:00:00.000Z")),
                422,
                "until");
        assertProblem(ana.put(room + "/members/999/mute", Map.of("minutes", 5)), 404);
        assertProblem(bob.put(member(cyd) + "/mute", Map.of("minutes", 5)), 403);
        assertProblem(ana.put(member(ana) + "/mute", Map.of("minutes", 5)), 409);
    }

    @Test
    void auditTellsWhoDidWhatNewestFirstToAdminsOnly() {
        ana.patch(member(bob), Map.of("role", "ADMIN"));
        bob.post(member(cyd) + "/remove", Map.of("ban", true, "reason", "noise"));
        List<Map<String, @Nullable Object>> audit = bob.get(room + "/audit").list();
        assertThat(audit.getFirst())
                .containsKeys("at", "number")
                .containsEntry("action", "member.banned")
                .containsEntry("actor", Map.of("id", id(bob), "displayName", "Bob"))
                .containsEntry("subject", Map.of("id", id(cyd), "displayName", "Cyd"))
                .containsEntry("detail", Map.of("reason", "noise"));
        assertThat(audit.get(1))
                .containsEntry("action", "member.role")
                .containsEntry("detail", Map.of("oldRole", "MEMBER", "newRole", "ADMIN"));
        assertThat(ana.get(room + "/audit?page=1&size=1").list()).containsExactly(audit.get(1));
        assertProblem(cyd.get(room + "/audit"), 403);
        assertProblem(ana.get(room + "/audit?size=1001"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /bans", "GET /audit", "DELETE /bans/1", "DELETE /members/1/mute", "POST /members/1/remove"})
    void hiddenRoomAndAbsentRoomAreAnsweredAlike(String door) {
        String name = "Secret " + UUID.randomUUID().toString().substring(0, 8);
        String slug =
                ana.post("/api/rooms", Map.of("name", name, "listed", false)).string("slug");
        String[] parts = door.split(" ");
        Answer hidden = bob.send(parts[0], "/api/rooms/" + slug + parts[1], null);
        Answer absent = bob.send(parts[0], "/api/rooms/absent" + parts[1], null);
        assertProblem(hidden, 404);
        assertThat(hidden.body()).isEqualTo(absent.body());
    }
}
