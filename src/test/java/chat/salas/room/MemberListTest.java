package chat.salas.room;

import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.live.Presence;
import chat.salas.room.MemberQuery.Sort;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberListTest {
    private static final long LONG_AGO = 1_000;
    private static final long FAR_AWAY = 4_000_000_000_000L;

    private static House house;
    private static MemberList list;
    private static Actor ana;
    private static Actor bob;
    private static Actor zoe;
    private static Membership membership;

    @BeforeAll
    static void open() {
        house = House.open();
        list = house.bean(MemberList.class);
        ana = house.person("Ána");
        bob = house.person("Bob");
        zoe = house.person("Zoë");
        Room room = house.rooms().create(ana, NewRoom.named("Ops")).room();
        house.join(ana, "ops", bob);
        house.join(ana, "ops", zoe);
        house.sql("UPDATE account SET name_folded = 'ana', last_seen_at = 3000 WHERE id = ?", ana.id());
        house.sql("UPDATE account SET name_folded = 'bob', last_seen_at = 1000 WHERE id = ?", bob.id());
        house.sql("UPDATE account SET name_folded = 'zoe' WHERE id = ?", zoe.id());
        house.sql("UPDATE membership SET joined_at = ? WHERE account_id = ?", LONG_AGO, zoe.id());
        house.sql("UPDATE membership SET muted_until = ? WHERE account_id = ?", LONG_AGO, bob.id());
        house.sql("UPDATE membership SET muted_until = ?, role = 'ADMIN' WHERE account_id = ?", FAR_AWAY, zoe.id());
        house.sql(
                "INSERT INTO authored VALUES (?, ?, 7, 500), (?, ?, 2, 900)", room.id(), bob.id(), room.id(), zoe.id());
        membership = house.rooms().asMember(bob, "ops");
    }

    @AfterAll
    static void close() throws IOException {
        house.closeAndDelete();
    }

    private static List<String> names(MemberQuery query, long offset, int limit) {
        return list.page(membership, query, offset, limit).stream()
                .map(row -> row.member().displayName())
                .toList();
    }

    private static MemberQuery query(String words, @Nullable Role role, boolean muted) {
        return new MemberQuery(words, role, muted, Sort.NAME, false);
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, Ána Bob Zoë",
        "ROLE, Ána Zoë Bob",
        "SEEN, Zoë Bob Ána",
        "MESSAGES, Ána Zoë Bob",
        "STORAGE, Ána Bob Zoë"
    })
    void everyOrderGoesBothWays(Sort sort, String expected) {
        List<String> up = List.of(expected.split(" "));
        assertThat(names(new MemberQuery("", null, false, sort, false), 0, 10)).isEqualTo(up);
        assertThat(names(new MemberQuery("", null, false, sort, true), 0, 10)).isEqualTo(up.reversed());
    }

    @Test
    void whoIsEqualInTheOrderComesByName() {
        assertThat(names(new MemberQuery("", null, false, Sort.JOINED, false), 0, 1))
                .containsExactly("Zoë");
        assertThat(names(new MemberQuery("", null, false, Sort.MUTED, true), 0, 10))
                .startsWith("Zoë", "Bob");
    }

    @Test
    void aPageIsAPieceOfTheWhole() {
        assertThat(names(MemberQuery.named(""), 1, 1)).containsExactly("Bob");
        assertThat(names(MemberQuery.named(""), 3, 10)).isEmpty();
        assertThat(list.count(membership, MemberQuery.named(""))).isEqualTo(3);
    }

    @Test
    void wordsAreFoundWithoutCaseAndAccentsAndMeanThemselves() {
        assertThat(names(MemberQuery.named("ÁN"), 0, 10)).containsExactly("Ána");
        assertThat(names(MemberQuery.named("%"), 0, 10)).isEmpty();
        assertThat(list.count(membership, MemberQuery.named("o"))).isEqualTo(2);
    }

    @Test
    void rolesAndMutesAreFilteredAndAMuteThatIsOverIsNone() {
        assertThat(names(query("", Role.ADMIN, false), 0, 10)).containsExactly("Zoë");
        assertThat(names(query("", null, true), 0, 10)).containsExactly("Zoë");
        assertThat(list.count(membership, query("", null, true))).isEqualTo(1);
        assertThat(list.page(membership, MemberQuery.named("bob"), 0, 1)
                        .getFirst()
                        .mutedUntil())
                .isNull();
    }

    @Test
    void aRowSaysAllThereIsToKnow() {
        try (var online = house.bean(Presence.class).connect(zoe.id())) {
            MemberRow row =
                    list.page(membership, MemberQuery.named("zoe"), 0, 1).getFirst();
            assertThat(row.member().online()).isTrue();
            assertThat(row.member().joinedAt()).isEqualTo(Instant.ofEpochMilli(LONG_AGO));
            assertThat(row.mutedUntil()).isEqualTo(Instant.ofEpochMilli(FAR_AWAY));
            assertThat(row.lastSeenAt()).isNull();
            assertThat(row.messages()).isEqualTo(2);
            assertThat(row.bytes()).isEqualTo(900);
        }
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        assertThat(status(() -> list.page(membership, MemberQuery.named(""), -1, 10)))
                .isEqualTo(400);
        assertThat(status(() -> list.page(membership, MemberQuery.named(""), 0, 0)))
                .isEqualTo(400);
        assertThat(status(() -> list.page(membership, MemberQuery.named(""), 0, 10_001)))
                .isEqualTo(400);
        assertThat(status(() -> MemberQuery.named("x".repeat(201)))).isEqualTo(400);
    }
}
