package chat.salas.room;

import static chat.salas.room.House.problem;
import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private House house;
    private Rooms rooms;
    private Actor ana;
    private Actor bob;

    @BeforeEach
    void open() {
        house = House.open();
        rooms = house.rooms();
        ana = house.person("Ana");
        bob = house.person("Bob");
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    private static NewRoom unlisted(String name) {
        return new NewRoom(name, null, null, false, null, null, null, null, null, null);
    }

    private static List<String> names(Page<RoomView> page) {
        return page.items().stream().map(view -> view.room().name()).toList();
    }

    @Test
    void makerOwnsTheRoomAndFindsItEverywhere() {
        RoomView made = rooms.create(ana, NewRoom.named("Café Ops"));
        assertThat(made.room().slug()).isEqualTo("cafe-ops");
        assertThat(made.access()).isEqualTo(Access.OWNER);
        assertThat(made.members()).isEqualTo(1);
        assertThat(rooms.find(ana, "cafe-ops")).isEqualTo(made);
        assertThat(rooms.mine(ana)).containsExactly(made);
        assertThat(rooms.directory(ana, "", 0, 10).items()).containsExactly(made);
        Membership membership = rooms.asAdmin(ana, "cafe-ops");
        assertThat(membership.role()).isEqualTo(Role.OWNER);
        assertThat(membership.room()).isEqualTo(made.room());
        assertThat(rooms.isMember(ana.id(), made.room().id())).isTrue();
        assertThat(rooms.isMember(bob.id(), made.room().id())).isFalse();
    }

    @Test
    void strangerSeesTheCardOfAListedRoomAndMayNotEnter() {
        rooms.create(ana, NewRoom.named("Ops"));
        RoomView seen = rooms.find(bob, "ops");
        assertThat(seen.access()).isEqualTo(Access.NONE);
        assertThat(seen.lastSeq()).isZero();
        assertThat(status(() -> rooms.asMember(bob, "ops"))).isEqualTo(403);
        assertThat(status(() -> rooms.asAdmin(bob, "ops"))).isEqualTo(403);
        assertThat(rooms.mine(bob)).isEmpty();
        assertThat(rooms.directory(bob, "", 0, 10).items()).containsExactly(seen);
    }

    @Test
    void unlistedRoomAndAbsentRoomAreAnsweredAlike() {
        rooms.create(ana, unlisted("Secret"));
        assertThat(rooms.asMember(ana, "secret").role()).isEqualTo(Role.OWNER);
        for (String slug : List.of("secret", "absent", "", "../x", "ÄÖ")) {
            assertThat(problem(() -> rooms.find(bob, slug)).status()).isEqualTo(404);
            assertThat(problem(() -> rooms.find(bob, slug)).detail()).isEqualTo("There is no such room.");
            assertThat(problem(() -> rooms.asMember(bob, slug)).detail()).isEqualTo("There is no such room.");
            assertThat(problem(() -> rooms.asAdmin(bob, slug)).status()).isEqualTo(404);
        }
        assertThat(rooms.directory(bob, "", 0, 10).items()).isEmpty();
        assertThat(rooms.directory(ana, "", 0, 10).items()).hasSize(1);
    }

    @Test
    void strangersNeverLoadARoomIntoMemory() {
        RoomView made = rooms.create(ana, unlisted("Secret"));
        status(() -> rooms.asMember(bob, "secret"));
        assertThat(house.bean(Rosters.class).remembered("secret")).isNull();
        rooms.asMember(ana, "secret");
        assertThat(house.bean(Rosters.class).remembered("secret")).isNotNull();
        assertThat(rooms.isMember(ana.id(), made.room().id())).isTrue();
    }

    @Test
    void plainMemberIsNoAdmin() {
        rooms.create(ana, NewRoom.named("Ops"));
        house.join(ana, "ops", bob);
        assertThat(rooms.asMember(bob, "ops").role()).isEqualTo(Role.MEMBER);
        assertThat(status(() -> rooms.asAdmin(bob, "ops"))).isEqualTo(403);
    }

    @Test
    void directoryIsSortedAndFilteredWithoutCaseAndAccents() {
        for (String name : List.of("zebra", "Ábaco", "aBBa", "Öl", "100%", "a_b", "上海 chat")) {
            rooms.create(ana, NewRoom.named(name));
        }
        assertThat(names(rooms.directory(bob, "", 0, 100)))
                .containsExactly("100%", "a_b", "Ábaco", "aBBa", "Öl", "zebra", "上海 chat");
        assertThat(names(rooms.directory(bob, "  ÁB ", 0, 100))).containsExactly("Ábaco", "aBBa");
        assertThat(names(rooms.directory(bob, "%", 0, 100))).containsExactly("100%");
        assertThat(names(rooms.directory(bob, "_", 0, 100))).containsExactly("a_b");
        assertThat(names(rooms.directory(bob, "\\", 0, 100))).isEmpty();
        assertThat(names(rooms.directory(bob, "海", 0, 100))).containsExactly("上海 chat");
        assertThat(names(rooms.directory(bob, "' OR 1=1", 0, 100))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherAndTellOfMore() {
        IntStream.range(0, 5).forEach(i -> rooms.create(ana, NewRoom.named("Room " + i)));
        Page<RoomView> first = rooms.directory(bob, "", 0, 2);
        Page<RoomView> last = rooms.directory(bob, "", 2, 2);
        assertThat(names(first)).containsExactly("Room 0", "Room 1");
        assertThat(first.hasMore()).isTrue();
        assertThat(rooms.directory(bob, "", 1, 2).hasMore()).isTrue();
        assertThat(names(last)).containsExactly("Room 4");
        assertThat(last.hasMore()).isFalse();
        assertThat(rooms.directory(bob, "", 0, 5).hasMore()).isFalse();
        assertThat(rooms.directory(bob, "", Integer.MAX_VALUE, 1_000).items()).isEmpty();
    }

    @Test
    void pagesOutOfBoundsAreRefused() {
        assertThat(status(() -> rooms.directory(ana, "", -1, 10))).isEqualTo(400);
        assertThat(status(() -> rooms.directory(ana, "", 0, 0))).isEqualTo(400);
        assertThat(status(() -> rooms.directory(ana, "", 0, 1_001))).isEqualTo(400);
        assertThat(status(() -> rooms.directory(ana, "q".repeat(201), 0, 10))).isEqualTo(400);
        assertThat(problem(() -> rooms.directory(ana, "", 0, 1_001)).detail())
                .isEqualTo("size: 1001 (expected: 1..1000)");
    }

    @Test
    void accountMayBeInABoundedNumberOfRooms() throws IOException {
        House small = House.open(java.util.Map.of("salas.rooms.per-account", 2));
        try {
            Actor eve = small.person("Eve");
            small.rooms().create(eve, NewRoom.named("1"));
            small.rooms().create(eve, NewRoom.named("2"));
            assertThat(status(() -> small.rooms().create(eve, NewRoom.named("3"))))
                    .isEqualTo(409);
            Actor other = small.person("Other");
            small.rooms().create(other, NewRoom.named("4"));
            assertThat(status(() -> small.join(other, "4", eve))).isEqualTo(409);
            assertThat(small.rooms().mine(eve)).hasSize(2);
        } finally {
            small.closeAndDelete();
        }
    }

    @Test
    void membersComeByNameWithRoles() {
        rooms.create(ana, NewRoom.named("Ops"));
        house.join(ana, "ops", house.person("émile"));
        house.join(ana, "ops", bob);
        assertThat(rooms.members(rooms.asMember(bob, "ops")))
                .extracting(Member::displayName, Member::role, Member::online)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Ana", Role.OWNER, false),
                        org.assertj.core.api.Assertions.tuple("Bob", Role.MEMBER, false),
                        org.assertj.core.api.Assertions.tuple("émile", Role.MEMBER, false));
    }

    @Test
    void whoLeavesIsOutAtOnceAndTheOwnerMustStay() {
        RoomView made = rooms.create(ana, NewRoom.named("Ops"));
        Membership guest = house.join(ana, "ops", bob);
        assertThat(rooms.isMember(bob.id(), made.room().id())).isTrue();
        rooms.leave(guest);
        assertThat(rooms.isMember(bob.id(), made.room().id())).isFalse();
        assertThat(status(() -> rooms.asMember(bob, "ops"))).isEqualTo(403);
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(1);
        rooms.leave(guest);
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(1);
        assertThat(status(() -> rooms.leave(rooms.asMember(ana, "ops")))).isEqualTo(409);
        assertThat(rooms.asAdmin(ana, "ops").role()).isEqualTo(Role.OWNER);
    }
}
