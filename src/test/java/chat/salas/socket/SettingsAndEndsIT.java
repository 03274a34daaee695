package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.socket.Folk.Person;
import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What admins and the owner do over REST, and what those inside hear of it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsAndEndsIT {
    private TestServer server;
    private Folk folk;
    private Person ana;
    private Person ben;
    private String room;

    @BeforeAll
    void start() {
        server = TestServer.start();
        folk = new Folk(server);
        ana = folk.person("Ana");
        ben = folk.person("Ben");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void enter() {
        room = folk.room(ana, "Ops");
        folk.admit(ana, room, ben);
    }

    private Api api(Person person) {
        return server.api().bearer(person.token());
    }

    private String path(String rest) {
        return "/api/rooms/" + room + rest;
    }

    @Test
    void settingsChangeOneByOneAndEverybodyInsideHears() {
        try (Talker bens = folk.connect(ben)) {
            bens.join(room);
            Answer answer = api(ana).patch(
                            path("/settings"),
                            Map.of("name", "Renamed", "listed", false, "messagesPerMinute", 7, "retentionDays", 30));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.json())
                    .containsEntry("slug", room)
                    .containsEntry("name", "Renamed")
                    .containsEntry("topic", "")
                    .containsEntry("listed", false)
                    .containsEntry("allowFiles", true)
                    .containsEntry("newcomersSeeHistory", true);
            assertThat(bens.expect("settings"))
                    .containsEntry("room", room)
                    .containsEntry("slug", room)
                    .containsEntry("name", "Renamed")
                    .containsEntry("listed", false)
                    .doesNotContainKeys("access", "unread");
            assertThat(api(ana).patch(path("/settings"), Map.of("newcomersSeeHistory", false))
                            .json())
                    .containsEntry("name", "Renamed")
                    .containsEntry("newcomersSeeHistory", false);
            assertThat(api(ben).get(path("")).json()).containsEntry("name", "Renamed");
        }
    }

    @Test
    void settingsOutOfBoundsAndAnotherEncryptionAreRefused() {
        for (Map<String, Object> bad : java.util.List.<Map<String, Object>>of(
                Map.of("encryption", "E2EE"),
                Map.of("name", "  "),
                Map.of("topic", "x".repeat(251)),
                Map.of("maxUploadBytes", 0),
                Map.of("messagesPerMinute", -1),
                Map.of("retentionDays", 36_501))) {
            Answer answer = api(ana).patch(path("/settings"), bad);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(answer.badFields())
                    .containsExactly(bad.keySet().iterator().next());
        }
        assertThat(api(ana).patch(path("/settings"), Map.of("slug", "other")).status())
                .isEqualTo(400);
        assertThat(api(ana).patch(path("/settings"), Map.of("encryption", "AT_REST"))
                        .status())
                .isEqualTo(200);
        assertThat(api(ben).patch(path("/settings"), Map.of("name", "Mine")).status())
                .isEqualTo(403);
    }

    @Test
    void theLimitOfMessagesAMinuteHoldsInRestAndSocketAtOnce() {
        api(ana).patch(path("/settings"), Map.of("messagesPerMinute", 2));
        try (Talker bens = folk.connect(ben)) {
            bens.join(room);
            assertThat(api(ben).post(path("/messages"), Map.of("text", "one")).status())
                    .isEqualTo(201);
            bens.expect("message");
            bens.send(room, "two");
            bens.untilNow();
            bens.send(room, "three");
            assertThat(bens.expect("error")).containsEntry("status", 429).containsKey("retryAfter");
            Answer late = api(ben).post(path("/messages"), Map.of("text", "four"));
            assertThat(late.status()).isEqualTo(429);
            assertThat(Integer.parseInt(late.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(api(ana).post(path("/messages"), Map.of("text", "mine")).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aClearedHistoryIsGoneForEverybodyAndNumbersGoOn() {
        for (int i = 1; i <= 5; i++) {
            api(ben).post(path("/messages"), Map.of("text", "m" + i));
        }
        assertThat(api(ben).delete(path("/messages")).status()).isEqualTo(403);
        try (Talker bens = folk.connect(ben)) {
            bens.join(room);
            assertThat(api(ana).delete(path("/messages")).status()).isEqualTo(204);
            assertThat(bens.expect("history_cleared"))
                    .containsEntry("room", room)
                    .containsEntry("upToSeq", 5);
            Answer page = api(ben).get(path("/messages"));
            assertThat(page.json()).containsEntry("messages", java.util.List.of());
            assertThat(api(ben).get(path("")).json()).containsEntry("unread", 0).containsEntry("lastSeq", 5);
            assertThat(api(ben).post(path("/messages"), Map.of("text", "new")).json())
                    .containsEntry("seq", 6);
            assertThat(Talker.number(bens.expect("message"), "seq")).isEqualTo(6);
            bens.join(room, 0);
            assertThat(bens.seqs(1)).containsExactly(6L);
        }
        assertThat(api(ben).get(path("/messages/5")).status()).isEqualTo(404);
    }

    @Test
    void aDeletedRoomIsGoneForEverybodyAndItsAddressIsFree() {
        api(ben).post(path("/messages"), Map.of("text", "soon gone"));
        assertThat(api(ben).delete(path("")).status()).isEqualTo(403);
        try (Talker bens = folk.connect(ben)) {
            bens.join(room);
            assertThat(api(ana).delete(path("")).status()).isEqualTo(204);
            assertThat(bens.expect("room_deleted")).containsEntry("room", room);
            bens.send(room, "is anybody here");
            assertThat(bens.expect("error")).containsEntry("status", 404);
            assertThat(server.bean(RoomWires.class).size()).isZero();
        }
        for (Person person : java.util.List.of(ana, ben)) {
            assertThat(api(person).get(path("")).status()).isEqualTo(404);
            assertThat(api(person).get(path("/messages")).status()).isEqualTo(404);
            assertThat(api(person).get("/api/rooms").body()).doesNotContain("\"" + room + "\"");
        }
        assertThat(api(ana).delete(path("")).status()).isEqualTo(404);
        assertThat(folk.room(ben, "Ops")).isEqualTo(room);
    }

    @Test
    void aRetentionIsTriedWithoutAnyHarm() {
        api(ben).post(path("/messages"), Map.of("text", "young"));
        assertThat(api(ana).get(path("/retention?days=1")).json())
                .containsEntry("messages", 0)
                .containsEntry("bytes", 0);
        assertThat(api(ana).get(path("/retention?days=-1")).status()).isEqualTo(422);
        assertThat(api(ben).get(path("/retention?days=1")).status()).isEqualTo(403);
    }
}
