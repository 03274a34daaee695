package chat.salas.room;

import static chat.salas.room.House.problem;
import static chat.salas.room.House.status;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditFilter;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MyAccessChanged;
import chat.salas.room.RoomEvents.RequestsChanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ana owns the room, Bob is a member, Eve is nobody. */
class BansTest {
    private final List<RoomEvent> heard = new ArrayList<>();
    private House house;
    private Rooms rooms;
    private Bans bans;
    private Actor ana;
    private Actor bob;
    private Actor eve;
    private long room;

    @BeforeEach
    void open() {
        house = House.open();
        rooms = house.rooms();
        bans = house.bean(Bans.class);
        ana = house.person("Ana");
        bob = house.person("Bob");
        eve = house.person("Eve");
        room = rooms.create(ana, NewRoom.named("Ops")).room().id();
        house.join(ana, "ops", bob);
        house.bean(Bus.class).onRoom(room, heard::addAll);
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    private Membership in(Actor actor) {
        return rooms.asMember(actor, "ops");
    }

    private static List<Long> only(Actor actor) {
        return List.of(actor.id());
    }

    private Access access(Actor actor) {
        Access found = rooms.find(actor, "ops").access();
        assertThat(rooms.directory(actor, "", 0, 10).items())
                .extracting(RoomView::access)
                .containsExactly(found);
        return found;
    }

    private String link() {
        return house.invites().create(in(ana), null, Duration.ofHours(1), 100).token();
    }

    @Test
    void aBanWithoutAReasonIsListedAsWell() {
        bans.ban(in(ana), only(bob), null, null).orThrow();
        assertThat(bans.list(in(ana))).singleElement().satisfies(ban -> {
            assertThat(ban.accountId()).isEqualTo(bob.id());
            assertThat(ban.reason()).isNull();
            assertThat(ban.until()).isNull();
        });
    }

    @Test
    void bannedMemberIsOutAndStaysOut() {
        bans.ban(in(ana), only(bob), " noisy ", null).orThrow();
        assertThat(heard).containsExactly(new MemberLeft(room, bob.id(), true, true));
        assertThat(access(bob)).isEqualTo(Access.BANNED);
        assertThat(rooms.isMember(bob.id(), room)).isFalse();
        String token = link();
        assertThat(problem(() -> house.invites().accept(bob, token)))
                .isInstanceOf(Banned.class)
                .hasMessage("You are banned from this room.");
        assertThat(status(() -> in(bob))).isEqualTo(403);
        assertThat(bans.list(in(ana)))
                .extracting(Ban::accountId, Ban::displayName, Ban::bannedByName, Ban::reason, Ban::until)
                .containsExactly(org.assertj.core.api.Assertions.tuple(bob.id(), "Bob", "Ana", "noisy", null));
        assertThat(requireNonNull(house.bean(AuditLog.class)
                                .trailOf(room)
                                .page(new AuditFilter(AuditAction.MEMBER_BANNED, "", null, null), 0, 1)
                                .getFirst()
                                .detail())
                        .words())
                .containsEntry("reason", "noisy");
    }

    @Test
    void reasonIsSealedAndBoundToItsBan() {
        bans.ban(in(ana), only(bob), "a-canary-reason", null).orThrow();
        bans.ban(in(ana), only(eve), "another", null).orThrow();
        byte[] stored = requireNonNull(
                house.inTransaction(() -> house.bean(BanRepository.class).of(room, 0)).stream()
                        .filter(row -> row.accountId() == bob.id())
                        .findFirst()
                        .orElseThrow()
                        .reason());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        house.sql("UPDATE ban SET reason = ? WHERE account_id = ?", stored, eve.id());
        assertThat(bans.list(in(ana))).extracting(Ban::reason).containsExactlyInAnyOrder("a-canary-reason", null);
    }

    @Test
    void banEndsByItself() throws InterruptedException {
        Instant until = Instant.now().plusSeconds(2);
        bans.ban(in(ana), only(bob), null, until).orThrow();
        assertThat(rooms.find(bob, "ops").bannedUntil())
                .isEqualTo(until.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        String token = link();
        Instant patience = Instant.now().plusSeconds(20);
        while (rooms.find(bob, "ops").access() == Access.BANNED && Instant.now().isBefore(patience)) {
            Thread.sleep(50);
        }
        assertThat(access(bob)).isEqualTo(Access.NONE);
        assertThat(bans.list(in(ana))).isEmpty();
        assertThat(status(() -> bans.lift(in(ana), only(bob)).orThrow())).isEqualTo(404);
        assertThat(house.invites().accept(bob, token).access()).isEqualTo(Access.MEMBER);
    }

    @Test
    void endedBanIsNoBanThoughItsRowIsThere() {
        bans.ban(in(ana), only(bob), null, null).orThrow();
        house.sql("UPDATE ban SET ends_at = 1");
        assertThat(access(bob)).isEqualTo(Access.NONE);
        assertThat(rooms.find(bob, "ops").bannedUntil()).isNull();
        assertThat(house.join(ana, "ops", bob).role()).isEqualTo(Role.MEMBER);
        bans.ban(in(ana), only(eve), null, null).orThrow();
        assertThat(house.number("SELECT COUNT(*) FROM ban")).as("swept").isEqualTo(1);
    }

    @Test
    void endedBanOfAnUnlistedRoomDoesNotUnveilItAndNeitherDoesARunningOne() {
        long hidden = rooms.create(ana, new NewRoom("Secret", null, null, false, null, null, null, null, null, null))
                .room()
                .id();
        house.join(ana, "secret", bob);
        bans.ban(rooms.asAdmin(ana, "secret"), only(bob), null, null).orThrow();
        assertThat(status(() -> rooms.find(bob, "secret"))).isEqualTo(404);
        assertThat(status(() -> rooms.asMember(bob, "secret"))).isEqualTo(404);
        house.sql("UPDATE ban SET ends_at = 1 WHERE room_id = ?", hidden);
        assertThat(status(() -> rooms.find(bob, "secret"))).isEqualTo(404);
    }

    @Test
    void liftedBanIsNoBan() {
        bans.ban(in(ana), List.of(bob.id(), eve.id()), null, null).orThrow();
        Tally tally = bans.lift(in(ana), List.of(bob.id(), ana.id()));
        assertThat(tally.done()).containsExactly(bob.id());
        assertThat(tally.skipped()).extracting(Tally.Skip::why).containsExactly(Tally.Why.NOT_BANNED);
        assertThat(access(bob)).isEqualTo(Access.NONE);
        assertThat(access(eve)).isEqualTo(Access.BANNED);
        assertThat(house.join(ana, "ops", bob).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void whoLeavesBeforeTheBanDoesNotEscapeIt() {
        rooms.leave(in(bob));
        heard.clear();
        bans.ban(in(ana), only(bob), null, null).orThrow();
        assertThat(access(bob)).isEqualTo(Access.BANNED);
        assertThat(heard).as("was not in the room").isEmpty();
        assertThat(status(() -> bans.ban(in(ana), List.of(12_345L), null, null).orThrow()))
                .isEqualTo(404);
    }

    @Test
    void banAnewReplacesTheOneBefore() {
        bans.ban(in(ana), only(bob), "first", null).orThrow();
        Instant until = Instant.now().plusSeconds(3_600).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        bans.ban(in(ana), only(bob), "second", until).orThrow();
        assertThat(bans.list(in(ana)))
                .extracting(Ban::reason, Ban::until)
                .containsExactly(org.assertj.core.api.Assertions.tuple("second", until));
    }

    @Test
    void bannedPersonsRequestIsGone() {
        house.sql(
                "INSERT INTO access_request (id, room_id, account_id, created_at) VALUES (1, ?, ?, 0)", room, eve.id());
        List<AccountEvent> eves = new ArrayList<>();
        house.bean(Bus.class).onAccount(eve.id(), eves::add);
        bans.ban(in(ana), only(eve), null, null).orThrow();
        assertThat(house.number("SELECT COUNT(*) FROM access_request")).isZero();
        assertThat(heard).containsExactly(new RequestsChanged(room));
        bans.lift(in(ana), only(eve)).orThrow();
        assertThat(eves).containsExactly(new MyAccessChanged(eve.id(), room), new MyAccessChanged(eve.id(), room));
    }

    @Test
    void ownerIsNotBannedAndPlainMembersBanNobody() {
        assertThat(status(() -> bans.ban(in(ana), only(ana), null, null).orThrow()))
                .isEqualTo(409);
        assertThat(status(() -> bans.ban(in(bob), only(eve), null, null))).isEqualTo(403);
        assertThat(status(() -> bans.list(in(bob)))).isEqualTo(403);
        assertThat(status(() -> bans.lift(in(bob), only(eve)))).isEqualTo(403);
        assertThat(house.number("SELECT COUNT(*) FROM ban")).isZero();
    }

    @Test
    void outOfBoundsIsRefused() {
        assertThat(status(() -> bans.ban(in(ana), only(bob), "x".repeat(501), null)))
                .isEqualTo(422);
        assertThat(status(() -> bans.ban(in(ana), only(bob), "a\u0000b", null))).isEqualTo(422);
        assertThat(status(() -> bans.ban(in(ana), only(bob), null, Instant.EPOCH)))
                .isEqualTo(422);
        assertThat(rooms.isMember(bob.id(), room)).isTrue();
    }
}
