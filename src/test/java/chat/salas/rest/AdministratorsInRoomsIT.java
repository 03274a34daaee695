package chat.salas.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Administration;
import chat.salas.account.PersonAct;
import chat.salas.kernel.Actor;
import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who administers the instance is a stranger to its rooms. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdministratorsInRoomsIT {
    private TestServer server;
    private Api root;
    private Api owner;
    private Api stranger;

    @BeforeAll
    void start() {
        server = TestServer.start();
        root = server.api().register("root");
        owner = server.api().register("owner");
        stranger = server.api().register("stranger");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theOfficeOpensNoRoom() {
        assertThat(root.get("/api/me").json()).containsEntry("administrator", true);
        assertThat(stranger.get("/api/me").json()).containsEntry("administrator", false);
        strangersIn(make("Listed", true), 403);
        strangersIn(make("Hidden", false), 404);
    }

    @Test
    void whoIsDisabledIsRefusedWithCookieTokenAndPassword() {
        Api gone = server.api().register("gone");
        Api program = gone.withOwnToken();
        assertThat(gone.get("/api/me").status()).isEqualTo(200);
        assertThat(program.get("/api/me").status()).isEqualTo(200);
        Actor administrator =
                new Actor(Long.parseLong(root.accountId()), "root", true, new Actor.Credential.Operator());
        server.bean(Administration.class)
                .act(administrator, PersonAct.DISABLE, List.of(Long.parseLong(gone.accountId())));
        assertThat(gone.get("/api/me").status()).isEqualTo(401);
        assertThat(program.get("/api/me").status()).isEqualTo(401);
        assertThat(server.api()
                        .post("/api/login", Map.of("email", gone.email(), "password", Api.PASSWORD))
                        .status())
                .isEqualTo(401);
    }

    private String make(String name, boolean listed) {
        Answer made = owner.post("/api/rooms", Map.of("name", name, "listed", listed));
        assertThat(made.status()).isEqualTo(201);
        String room = "/api/rooms/" + made.string("slug");
        assertThat(owner.post(room + "/messages", Map.of("text", "among us")).status())
                .isEqualTo(201);
        return room;
    }

    private void strangersIn(String room, int status) {
        List<BiFunction<Api, String, Answer>> doors = List.of(
                (api, at) -> api.get(at + "/messages"),
                (api, at) -> api.get(at + "/messages/1"),
                (api, at) -> api.get(at + "/messages/search?q=among"),
                (api, at) -> api.post(at + "/messages", Map.of("text", "hello")),
                (api, at) -> api.patch(at + "/messages/1", Map.of("text", "hello")),
                (api, at) -> api.delete(at + "/messages/1"),
                (api, at) -> api.put(at + "/read", Map.of("seq", 1)),
                (api, at) -> api.get(at + "/members"),
                (api, at) -> api.get(at + "/export"),
                (api, at) -> api.get(at + "/invites"),
                (api, at) -> api.post(at + "/invites", Map.of()),
                (api, at) -> api.post(at + "/leave", Map.of()));
        assertThat(doors).allSatisfy(door -> {
            int seen = door.apply(stranger, room).status();
            assertThat(door.apply(root, room).status()).isEqualTo(seen).isIn(status, 404);
            assertThat(door.apply(root, room).body()).doesNotContain("among us");
        });
        assertThat(owner.get(room + "/messages").body()).contains("among us");
    }
}
