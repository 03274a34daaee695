package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of API.md about rooms and invites, on a real port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsIT {
    private static final String[] CARD = {"slug", "name", "topic", "encryption", "access", "members", "createdAt"};
    private static final String[] ROOM = {
        "slug",
        "name",
        "topic",
        "encryption",
        "listed",
        "access",
        "members",
        "allowImages",
        "allowVideos",
        "allowFiles",
        "maxUploadBytes",
        "messagesPerMinute",
        "retentionDays",
        "lastSeq",
        "lastReadSeq",
        "unread",
        "newcomersSeeHistory",
        "createdAt"
    };

    private TestServer server;
    private Api ana;
    private Api bob;

    @BeforeAll
    void start() {
        server = TestServer.start();
        ana = person("ana");
        bob = person("bob");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Api person(String name) {
        return person(name, name + UUID.randomUUID() + "@example.org");
    }

    private Api person(String name, String email) {
        String token = server.bean(Accounts.class)
                .register(email, Api.PASSWORD, name, new Device("test", "127.0.0.1"))
                .token();
        return server.api().cookie(token);
    }

    private static void assertProblem(Answer answer, int status, String... fields) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json()).containsKeys("type", "title", "status", "detail");
        assertThat(answer.body()).doesNotContain("chat.salas", "micronaut", "java.", "Exception", "SQL");
        if (fields.length > 0) {
            assertThat(answer.badFields()).as(answer.toString()).containsExactly(fields);
        }
    }

    /** A fresh room of Ana's; its slug. */
    private String room(String name) {
        return room(Map.of("name", name + " " + UUID.randomUUID().toString().substring(0, 8)));
    }

    private String room(Map<String, Object> body) {
        Answer made = ana.post("/api/rooms", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.string("slug");
    }

    private Answer invite(String slug, Map<String, Object> body) {
        Answer made = ana.post("/api/rooms/" + slug + "/invites", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    private Api guest(String slug, String name) {
        Api guest = person(name);
        Answer answer = guest.post("/api/invites/" + invite(slug, Map.of()).string("token") + "/accept");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return guest;
    }

    @Test
    void roomIsMadeWithEverySetting() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "  Café Ops ",
                "topic",
                "What is on fire",
                "encryption",
                "AT_REST",
                "listed",
                false,
                "allowImages",
                true,
                "allowVideos",
                false,
                "allowFiles",
                false,
                "maxUploadBytes",
                1000,
                "messagesPerMinute",
                30));
        body.put("retentionDays", 90);
        Answer made = ana.post("/api/rooms", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json()).containsOnlyKeys(ROOM);
        assertThat(made.string("slug")).startsWith("cafe-ops");
        assertThat(made.header("Location")).hasValue("/api/rooms/" + made.string("slug"));
        body.put("name", "Café Ops");
        body.putAll(Map.of("access", "OWNER", "members", 1, "lastSeq", 0, "lastReadSeq", 0, "unread", 0));
        assertThat(made.json()).containsAllEntriesOf(body);
        assertThat(made.string("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(ana.get(made.header("Location").orElseThrow()).json()).isEqualTo(made.json());
    }

    @Test
    void roomsOfOneNameAreNumbered() {
        String first = room(Map.of("name", "Same"));
        assertThat(List.of(first, room(Map.of("name", "same")), room(Map.of("name", "Sâme!"))))
                .containsExactly("same", "same-2", "same-3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                              | 422 | name",
                "{\"name\":\"\"}                                 | 422 | name",
                "{\"name\":\"   \"}                              | 422 | name",
                "{\"name\":null}                                 | 422 | name",
                "{\"name\":\"a\\nb\"}                            | 422 | name",
                "{\"name\":\"a\\u0000b\"}                        | 422 | name",
                "{\"name\":\"ok\",\"topic\":\"a\\u0007\"}        | 422 | topic",
                "{\"name\":\"ok\",\"encryption\":\"E2EE\"}       | 422 | encryption",
                "{\"name\":\"ok\",\"encryption\":\"ROT13\"}      | 422 | encryption",
                "{\"name\":\"ok\",\"maxUploadBytes\":0}          | 422 | maxUploadBytes",
                "{\"name\":\"ok\",\"maxUploadBytes\":9007199254740993} | 422 | maxUploadBytes",
                "{\"name\":\"ok\",\"messagesPerMinute\":-1}      | 422 | messagesPerMinute",
                "{\"name\":\"ok\",\"messagesPerMinute\":100001}  | 422 | messagesPerMinute",
                "{\"name\":\"ok\",\"retentionDays\":-1}          | 422 | retentionDays",
                "{\"name\":\"ok\",\"retentionDays\":36501}       | 422 | retentionDays",
                "{\"name\":5}                                    | 400 | name",
                "{\"name\":\"ok\",\"listed\":\"no\"}             | 400 | listed",
                "{\"name\":\"ok\",\"encryption\":1}              | 400 | encryption",
                "{\"name\":\"ok\",\"retentionDays\":1.5}         | 400 | retentionDays",
                "{\"name\":\"ok\",\"retentionDays\":99999999999} | 400 | retentionDays",
                "{\"name\":\"ok\",\"colour\":\"red\"}            | 400 | colour",
            })
    void badRoomsAreRefusedWithTheField(String json, int status, String field) {
        assertProblem(ana.raw("POST", "/api/rooms", "application/json", BodyPublishers.ofString(json)), status, field);
    }

    @Test
    void lengthsAreCheckedAndSaid() {
        assertProblem(ana.post("/api/rooms", Map.of("name", "n".repeat(81))), 422, "name");
        assertThat(ana.post("/api/rooms", Map.of("name", "n".repeat(81))).string("detail"))
                .isEqualTo("name: length: 81 (expected: 1..80)");
        assertProblem(ana.post("/api/rooms", Map.of("name", "n", "topic", "t".repeat(251))), 422, "topic");
        assertThat(room(Map.of("name", "n".repeat(80), "topic", "t".repeat(250))))
                .matches("n{80}(-\\d+)?");
        assertProblem(ana.raw("POST", "/api/rooms", "application/json", BodyPublishers.ofString("[")), 400);
        assertProblem(ana.raw("POST", "/api/rooms", "application/json", BodyPublishers.noBody()), 400);
    }

    @Test
    void strangersSeeTheCardOnly() {
        String slug = room("Open");
        Answer seen = bob.get("/api/rooms/" + slug);
        assertThat(seen.json())
                .containsOnlyKeys(CARD)
                .containsEntry("access", "NONE")
                .containsEntry("topic", "");
        assertProblem(bob.get("/api/rooms/" + slug + "/members"), 403);
        assertProblem(bob.post("/api/rooms/" + slug + "/leave"), 403);
        assertProblem(bob.put("/api/rooms/" + slug + "/read", Map.of("seq", 1)), 403);
        assertProblem(bob.get("/api/rooms/" + slug + "/invites"), 403);
        assertProblem(bob.post("/api/rooms/" + slug + "/invites", Map.of()), 403);
        assertProblem(bob.delete("/api/rooms/" + slug + "/invites/1"), 403);
    }

    @Test
    void unlistedRoomIsAbsentToStrangersInEveryRow() {
        String slug = room(Map.of("name", "Hidden " + UUID.randomUUID(), "listed", false));
        assertThat(ana.get("/api/rooms/" + slug).status()).isEqualTo(200);
        for (String path : List.of("", "/members", "/invites")) {
            assertAlike(bob.get("/api/rooms/" + slug + path), bob.get("/api/rooms/no-such-room" + path));
        }
        for (String path : List.of("/leave", "/invites")) {
            assertAlike(bob.post("/api/rooms/" + slug + path), bob.post("/api/rooms/no-such-room" + path));
        }
        assertAlike(
                bob.put("/api/rooms/" + slug + "/read", Map.of("seq", 1)),
                bob.put("/api/rooms/no-such-room/read", Map.of("seq", 1)));
        assertAlike(bob.delete("/api/rooms/" + slug + "/invites/1"), bob.delete("/api/rooms/no-such-room/invites/1"));
    }

    private static void assertAlike(Answer hidden, Answer absent) {
        assertProblem(hidden, 404);
        assertThat(hidden.body()).isEqualTo(absent.body());
        assertThat(hidden.status()).isEqualTo(absent.status());
    }

    @Test
    void directoryIsPagedFilteredAndLinksToTheNextPage() {
        String tag = "Ünique" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 3; i++) {
            room(Map.of("name", tag + " " + i));
        }
        String q = "q="
                + java.net.URLEncoder.encode(
                        tag.toUpperCase(java.util.Locale.ROOT), java.nio.charset.StandardCharsets.UTF_8);
        Answer first = bob.get("/api/rooms?" + q + "&size=2");
        assertThat(first.list()).extracting(room -> room.get("name")).containsExactly(tag + " 0", tag + " 1");
        assertThat(first.list()).allSatisfy(room -> assertThat(room).containsOnlyKeys(CARD));
        String link = first.header("Link").orElseThrow();
        assertThat(link).matches("</api/rooms\\?.*>; rel=\"next\"");
        Answer second = bob.get(link.substring(1, link.indexOf('>')));
        assertThat(second.list()).extracting(room -> room.get("name")).containsExactly(tag + " 2");
        assertThat(second.header("Link")).isEmpty();
        assertThat(ana.get("/api/rooms?" + q).list()).hasSize(3).allSatisfy(room -> assertThat(room)
                .containsOnlyKeys(ROOM));
        assertThat(bob.get("/api/rooms").list()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"page=-1,page", "size=0,size", "size=1001,size", "page=x,page", "size=99999999999,size", "page=1.5,page"
    })
    void badPagesAreRefused(String query, String field) {
        assertProblem(ana.get("/api/rooms?" + query), 400, field);
    }

    @Test
    void overlongFilterIsRefused() {
        assertProblem(ana.get("/api/rooms?q=" + "a".repeat(201)), 400, "q");
    }

    @Test
    void inviteLetsItsHolderInOnce() {
        String slug = room("Invited");
        Answer invite = invite(slug, Map.of());
        assertThat(invite.json())
                .containsOnlyKeys("id", "url", "token", "label", "email", "expiresAt", "maxUses", "uses", "mailed")
                .containsEntry("email", null)
                .containsEntry("maxUses", 1)
                .containsEntry("uses", 0);
        assertThat(invite.string("url")).isEqualTo(server.uri() + "/invite/" + invite.string("token"));
        String accept = "/api/invites/" + invite.string("token") + "/accept";
        assertProblem(server.api().post(accept), 401);
        Api guest = person("guest");
        Answer in = guest.post(accept);
        assertThat(in.status()).as(in.toString()).isEqualTo(200);
        assertThat(in.json())
                .containsOnlyKeys(ROOM)
                .containsEntry("access", "MEMBER")
                .containsEntry("members", 2);
        assertThat(guest.post(accept).status()).isEqualTo(200);
        Answer late = bob.post(accept);
        assertProblem(late, 410);
        assertThat(late.string("type")).endsWith("/invite-used-up");
        assertProblem(bob.post("/api/invites/" + "A".repeat(43) + "/accept"), 404);
        assertProblem(bob.post("/api/invites/x/accept"), 404);
    }

    @Test
    void inviteWithoutABodyIsTheUsualOne() {
        String slug = room("Usual");
        Answer made = ana.post("/api/rooms/" + slug + "/invites");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.number("maxUses")).isEqualTo(1);
    }

    @Test
    void invitesAreListedWithoutTokensAndRevoked() {
        String slug = room("Listed");
        Answer invite = invite(slug, Map.of("expiresInHours", 2, "maxUses", 5));
        Answer list = ana.get("/api/rooms/" + slug + "/invites");
        assertThat(list.list()).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("id", invite.string("id"))
                .containsEntry("maxUses", 5)
                .containsEntry("state", "OPEN"));
        assertThat(list.body()).doesNotContain(invite.string("token"), "token");
        String path = "/api/rooms/" + slug + "/invites/";
        assertThat(ana.delete(path + invite.string("id")).status()).isEqualTo(204);
        assertThat(ana.delete(path + invite.string("id")).status()).isEqualTo(204);
        assertProblem(bob.post("/api/invites/" + invite.string("token") + "/accept"), 410);
        assertProblem(ana.delete(path + "12345"), 404);
        assertProblem(ana.delete(path + "abc"), 404);
        assertProblem(ana.delete(path + "99999999999999999999"), 404);
    }

    @Test
    void inviteOfAnAddressIsForItAlone() {
        String slug = room("Bound");
        String address = "carla" + UUID.randomUUID() + "@example.org";
        Answer invite = invite(slug, Map.of("email", address.toUpperCase(java.util.Locale.ROOT)));
        assertThat(invite.string("email")).isEqualTo(address);
        Api carla = person("carla", address);
        assertThat(carla.get("/api/rooms/" + slug).json())
                .containsOnlyKeys(CARD)
                .containsEntry("access", "INVITED");
        assertProblem(bob.post("/api/invites/" + invite.string("token") + "/accept"), 403);
        assertThat(carla.post("/api/invites/" + invite.string("token") + "/accept")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"nobody\"}          | 422 | email",
                "{\"expiresInHours\":0}          | 422 | expiresInHours",
                "{\"expiresInHours\":8761}       | 422 | expiresInHours",
                "{\"expiresInHours\":2147483647} | 422 | expiresInHours",
                "{\"expiresInHours\":-2147483648} | 422 | expiresInHours",
                "{\"maxUses\":0}                 | 422 | maxUses",
                "{\"maxUses\":10001}             | 422 | maxUses",
                "{\"maxUses\":\"1\"}             | 400 | maxUses",
                "{\"email\":7}                   | 400 | email",
                "{\"uses\":7}                    | 400 | uses",
            })
    void badInvitesAreRefusedWithTheField(String json, int status, String field) {
        String slug = room("Bad invites");
        assertProblem(
                ana.raw("POST", "/api/rooms/" + slug + "/invites", "application/json", BodyPublishers.ofString(json)),
                status,
                field);
    }

    @Test
    void membersSeeEachOtherAndLeave() {
        String slug = room("Members");
        Api zoe = guest(slug, "Zoé");
        Answer members = zoe.get("/api/rooms/" + slug + "/members");
        assertThat(members.list())
                .extracting(member -> member.get("displayName"))
                .containsExactly("ana", "Zoé");
        assertThat(members.list()).extracting(member -> member.get("role")).containsExactly("OWNER", "MEMBER");
        assertThat(members.list()).allSatisfy(member -> {
            assertThat(member).containsOnlyKeys("userId", "displayName", "role", "joinedAt", "online");
            assertThat(member.get("userId")).isInstanceOf(String.class);
        });
        assertThat(ana.get("/api/rooms/" + slug + "/members?page=1&size=1").list())
                .extracting(member -> member.get("displayName"))
                .containsExactly("Zoé");
        assertProblem(ana.get("/api/rooms/" + slug + "/members?page=0&size=0"), 400);
        assertProblem(ana.get("/api/rooms/" + slug + "/members?page=-1"), 400);
        assertProblem(ana.post("/api/rooms/" + slug + "/leave"), 409);
        assertThat(zoe.post("/api/rooms/" + slug + "/leave").status()).isEqualTo(204);
        assertProblem(zoe.get("/api/rooms/" + slug + "/members"), 403);
        assertProblem(zoe.get("/api/rooms/" + slug + "/invites"), 403);
    }

    @Test
    void plainMembersMakeNoInvites() {
        String slug = room("Plain");
        Api zoe = guest(slug, "zoe");
        assertProblem(zoe.post("/api/rooms/" + slug + "/invites", Map.of()), 403);
        assertProblem(zoe.get("/api/rooms/" + slug + "/invites"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"seq\":-1}", "{}", "{\"seq\":null}"})
    void badReadMarksAreRefused(String json) {
        String slug = room("Marks");
        assertProblem(
                ana.raw("PUT", "/api/rooms/" + slug + "/read", "application/json", BodyPublishers.ofString(json)),
                422,
                "seq");
    }

    @Test
    void readMarkIsCutToTheNewestMessage() {
        String slug = room("Marks");
        assertThat(ana.put("/api/rooms/" + slug + "/read", Map.of("seq", 5)).status())
                .isEqualTo(204);
        assertThat(ana.get("/api/rooms/" + slug).number("lastReadSeq")).isZero();
        assertProblem(ana.put("/api/rooms/" + slug + "/read", Map.of("seq", "5")), 400, "seq");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/rooms",
        "POST,/api/rooms",
        "GET,/api/rooms/x",
        "GET,/api/rooms/x/members",
        "POST,/api/rooms/x/leave",
        "PUT,/api/rooms/x/read",
        "POST,/api/rooms/x/invites",
        "GET,/api/rooms/x/invites",
        "DELETE,/api/rooms/x/invites/1",
        "POST,/api/invites/x/accept"
    })
    void nobodyGetsInWithoutSigningIn(String method, String path) {
        @Nullable Object body = method.equals("PUT") ? Map.of("seq", 1) : null;
        assertProblem(server.api().send(method, path, body), 401);
    }
}
