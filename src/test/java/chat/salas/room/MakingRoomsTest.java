package chat.salas.room;

import static chat.salas.room.House.problem;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MakingRoomsTest {
    private House house;
    private Actor ana;

    @BeforeEach
    void open() {
        house = House.open();
        ana = house.person("Ana");
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    @Test
    void namesTakenAtOnceAreNumberedWithoutGaps() throws Exception {
        List<String> slugs = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> make =
                    () -> house.rooms().create(ana, NewRoom.named("聊天")).room().slug();
            List<Future<String>> made =
                    IntStream.range(0, 40).mapToObj(i -> threads.submit(make)).toList();
            for (Future<String> slug : made) {
                slugs.add(slug.get(30, TimeUnit.SECONDS));
            }
        }
        assertThat(slugs)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("room"), IntStream.rangeClosed(2, 40).mapToObj(i -> "room-" + i))
                        .toList());
    }

    @Test
    void everyRoomHasOneOwnerAndOneKey() {
        house.rooms().create(ana, NewRoom.named("Ops"));
        house.rooms().create(ana, NewRoom.named("Ops"));
        assertThat(house.number("SELECT COUNT(*) FROM room")).isEqualTo(2);
        assertThat(house.number("SELECT COUNT(*) FROM room r JOIN room_key k ON k.room_id = r.id AND k.version = 1"))
                .isEqualTo(2);
        assertThat(house.number("SELECT COUNT(*) FROM membership WHERE role = 'OWNER'"))
                .isEqualTo(2);
    }

    @Test
    void roomThatCannotHaveAnOwnerIsNotThereAtAll() {
        Actor nobody = new Actor(4_711, "Nobody", false, new Actor.Credential.Session(1));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> house.rooms().create(nobody, NewRoom.named("Ops")))
                .isNotInstanceOf(Problem.class);
        assertThat(house.number("SELECT COUNT(*) FROM room")).isZero();
        assertThat(house.number("SELECT COUNT(*) FROM room_key WHERE room_id <> 0"))
                .isZero();
        assertThat(house.rooms().create(ana, NewRoom.named("Ops")).room().slug())
                .isEqualTo("ops");
    }

    @Test
    void endToEndRoomsAreRefusedAndNothingIsLeftOfThem() {
        NewRoom sealed = new NewRoom("Ops", null, Encryption.E2EE, null, null, null, null, null, null, null);
        Problem problem = problem(() -> house.rooms().create(ana, sealed));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .singleElement(InstanceOfAssertFactories.type(Problem.FieldError.class))
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("encryption");
                    assertThat(error.message()).contains("end-to-end").contains("AT_REST");
                });
        assertThat(house.number("SELECT COUNT(*) FROM room")).isZero();
        assertThat(house.rooms().directory(ana, "", 0, 10).items()).isEmpty();
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        Room room = house.rooms().create(ana, NewRoom.named("Ops")).room();
        assertThat(room)
                .extracting(
                        Room::topic,
                        Room::encryption,
                        Room::listed,
                        Room::allowImages,
                        Room::allowVideos,
                        Room::allowFiles,
                        Room::maxUploadBytes,
                        Room::messagesPerMinute,
                        Room::retentionDays)
                .containsExactly("", Encryption.AT_REST, true, true, true, true, 50L << 20, 0, 0);
        assertThat(house.rooms().find(ana, "ops").room()).isEqualTo(room);
    }

    @Test
    void directoryListsExactlyWhatThePolicyLetsOneSee() {
        long now = System.currentTimeMillis();
        for (boolean listed : new boolean[] {true, false}) {
            for (Access access : Access.values()) {
                room(access, listed, now);
            }
        }
        Actor me = new Actor(1, "Me", false, new Actor.Credential.Session(1));
        List<RoomView> seen = house.rooms().directory(me, "", 0, 100).items();
        assertThat(house.rooms().directory(ana, "", 0, 100).items())
                .as("premise")
                .hasSize(2 * Access.values().length);
        for (Access access : Access.values()) {
            for (boolean listed : new boolean[] {true, false}) {
                String name = access + " " + listed;
                boolean allowed = RoomPolicy.judge(Act.SEE, new Standing(access, listed, Encryption.AT_REST, null))
                        == Verdict.ALLOWED;
                assertThat(seen.stream().anyMatch(view -> view.room().name().equals(name) && view.access() == access))
                        .as(name)
                        .isEqualTo(allowed);
            }
        }
        house.sql("UPDATE ban SET ends_at = ?", now - 1);
        assertThat(house.rooms().directory(me, "banned", 0, 100).items())
                .as("an ended ban is none")
                .extracting(view -> view.room().name(), RoomView::access)
                .containsExactly(org.assertj.core.api.Assertions.tuple("BANNED true", Access.NONE));
    }

    /** A room that account 1 stands to in this way, and that Ana can see. */
    private void room(Access access, boolean listed, long now) {
        if (house.number("SELECT COUNT(*) FROM account WHERE id = 1") == 0) {
            house.sql(
                    "INSERT INTO account (id, email, display_name, created_at) VALUES (1, 'me@example.org', 'Me', 0)");
        }
        String name = access + " " + listed;
        long id = house.rooms()
                .create(ana, new NewRoom(name, null, null, listed, null, null, null, null, null, null))
                .room()
                .id();
        if (access.isMember()) {
            house.sql("UPDATE membership SET role = 'ADMIN' WHERE room_id = ?", id);
            house.sql(
                    "INSERT INTO membership (room_id, account_id, role, joined_at) VALUES (?, 1, ?, 0)",
                    id,
                    access.name());
        }
        if (access == Access.REQUESTED) {
            house.sql("INSERT INTO access_request (id, room_id, account_id, created_at) VALUES (?, ?, 1, 0)", id, id);
        }
        if (access == Access.BANNED) {
            house.sql("INSERT INTO ban (room_id, account_id, created_at) VALUES (?, 1, 0)", id);
        }
        if (access == Access.INVITED) {
            house.sql(
                    "INSERT INTO invite (id, room_id, token_hash, email, created_by, created_at, expires_at, max_uses) "
                            + "VALUES (?, ?, ?, 'me@example.org', ?, 0, ?, 1)",
                    id,
                    id,
                    new byte[] {(byte) (listed ? 1 : 2)},
                    ana.id(),
                    now + 100_000);
        }
    }
}
