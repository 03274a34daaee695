package chat.salas.room;

import static chat.salas.room.House.problem;
import static chat.salas.room.House.status;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.audit.AuditCheck;
import chat.salas.audit.AuditEntry;
import chat.salas.audit.AuditFilter;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MemberMuted;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.Tally.Skip;
import chat.salas.room.Tally.Why;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ana owns the room, Ada is an admin, Bob and Cyd are plain members, Eve is nobody. */
class RulingTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<RoomEvent> heard = new ArrayList<>();
    private House house;
    private Rooms rooms;
    private Ruling ruling;
    private Actor ana;
    private Actor ada;
    private Actor bob;
    private Actor cyd;
    private Actor eve;
    private long room;

    @BeforeEach
    void open() {
        house = House.open();
        rooms = house.rooms();
        ruling = house.bean(Ruling.class);
        ana = house.person("Ana");
        ada = house.person("Ada");
        bob = house.person("Bob");
        cyd = house.person("Cyd");
        eve = house.person("Eve");
        room = rooms.create(ana, NewRoom.named("Ops")).room().id();
        Stream.of(ada, bob, cyd).forEach(guest -> house.join(ana, "ops", guest));
        ruling.changeRole(in(ana), List.of(ada.id()), Role.ADMIN).orThrow();
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

    private List<AuditEntry> records() {
        return house.bean(AuditLog.class).trailOf(room).page(AuditFilter.ALL, 0, 100);
    }

    private List<String> actions() {
        return records().stream().map(AuditEntry::action).toList();
    }

    @Test
    void ownerMakesAdminsAndPlainMembersAgain() {
        assertThat(in(ada).role()).isEqualTo(Role.ADMIN);
        assertThat(in(bob).may(Act.ADMINISTER)).isFalse();
        assertThat(ruling.changeRole(in(ana), List.of(bob.id(), ada.id()), Role.ADMIN)
                        .done())
                .containsExactly(bob.id(), ada.id());
        assertThat(in(bob).may(Act.ADMINISTER)).isTrue();
        assertThat(heard).as("only what changed").containsExactly(new RoleChanged(room, bob.id(), Role.ADMIN));
        ruling.changeRole(in(ana), only(ada), Role.MEMBER).orThrow();
        assertThat(status(() -> rooms.asAdmin(ada, "ops"))).isEqualTo(403);
        assertThat(actions()).startsWith("member.role", "member.role", "member.role");
        assertThat(requireNonNull(records().getFirst().detail()).words())
                .containsEntry("oldRole", "ADMIN")
                .containsEntry("newRole", "MEMBER");
    }

    @Test
    void onlyTheOwnerChangesRolesAndNeverByThisWayTheOwnersOwn() {
        for (Actor other : List.of(ada, bob)) {
            assertThat(status(() -> ruling.changeRole(in(other), only(cyd), Role.ADMIN)))
                    .isEqualTo(403);
            assertThat(status(() -> ruling.handOver(in(other), cyd.id()))).isEqualTo(403);
        }
        assertThat(status(() -> ruling.changeRole(in(ana), only(bob), Role.OWNER)))
                .isEqualTo(422);
        assertThat(status(
                        () -> ruling.changeRole(in(ana), only(ana), Role.MEMBER).orThrow()))
                .isEqualTo(409);
        assertThat(status(
                        () -> ruling.changeRole(in(ana), only(eve), Role.ADMIN).orThrow()))
                .isEqualTo(404);
        assertThat(in(ana).role()).isEqualTo(Role.OWNER);
        assertThat(heard).isEmpty();
    }

    @Test
    void roomIsHandedOverWholly() {
        ruling.mute(in(ana), only(bob), HOUR).orThrow();
        heard.clear();
        ruling.handOver(in(ana), bob.id());
        assertThat(in(bob).role()).isEqualTo(Role.OWNER);
        assertThat(in(ana).role()).isEqualTo(Role.ADMIN);
        assertThat(in(bob).mutedUntil()).as("owners are not muted").isNull();
        assertThat(heard)
                .containsExactly(
                        new RoleChanged(room, ana.id(), Role.ADMIN),
                        new RoleChanged(room, bob.id(), Role.OWNER),
                        new MemberMuted(room, bob.id(), null));
        assertThat(status(() -> ruling.handOver(in(ana), ada.id()))).isEqualTo(403);
        rooms.leave(in(ana));
        assertThat(status(() -> rooms.leave(in(bob)))).isEqualTo(409);
        assertThat(actions()).startsWith("room.handed-over");
        assertThat(records().getFirst().subjectId()).isEqualTo(bob.id());
    }

    @Test
    void roomIsNotHandedToNobodyNorToWhoCannotSignIn() {
        assertThat(status(() -> ruling.handOver(in(ana), eve.id()))).isEqualTo(404);
        house.sql("UPDATE account SET disabled_at = 1 WHERE id = ?", bob.id());
        assertThat(status(() -> ruling.handOver(in(ana), bob.id()))).isEqualTo(409);
        ruling.handOver(in(ana), ana.id());
        assertThat(in(ana).role()).isEqualTo(Role.OWNER);
        assertThat(house.number("SELECT COUNT(*) FROM membership WHERE role = 'OWNER'"))
                .isEqualTo(1);
    }

    @Test
    void adminsRulePlainMembersAndTheOwnerAllButSelf() {
        Tally byAdmin = ruling.mute(in(ada), List.of(ana.id(), ada.id(), bob.id(), eve.id()), HOUR);
        assertThat(byAdmin.done()).containsExactly(bob.id());
        assertThat(byAdmin.skipped())
                .extracting(Skip::accountId, Skip::why, skip -> skip.problem().status())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(ana.id(), Why.OWNER, 403),
                        org.assertj.core.api.Assertions.tuple(ada.id(), Why.ADMIN, 403),
                        org.assertj.core.api.Assertions.tuple(eve.id(), Why.NOT_MEMBER, 404));
        Tally byOwner = ruling.remove(in(ana), List.of(ana.id(), ada.id(), bob.id()));
        assertThat(byOwner.done()).containsExactly(ada.id(), bob.id());
        assertThat(byOwner.skipped())
                .extracting(Skip::why, skip -> skip.problem().status())
                .containsExactly(org.assertj.core.api.Assertions.tuple(Why.OWNER, 409));
        assertThat(status(() -> ruling.remove(in(cyd), only(ana)))).isEqualTo(403);
        assertThat(status(() -> ruling.unmute(in(cyd), only(cyd)))).isEqualTo(403);
    }

    @Test
    void rightThatWasLostMeanwhileRulesNoMore() {
        Membership was = in(ada);
        ruling.changeRole(in(ana), only(ada), Role.MEMBER).orThrow();
        assertThat(was.may(Act.ADMINISTER)).as("premise").isTrue();
        assertThat(status(() -> ruling.remove(was, only(bob)))).isEqualTo(403);
        ruling.remove(in(ana), only(ada)).orThrow();
        assertThat(status(() -> ruling.mute(was, only(bob), HOUR))).isEqualTo(403);
        assertThat(house.bean(Bans.class).list(in(ana))).isEmpty();
        assertThat(status(() -> house.bean(Bans.class).ban(was, only(bob), null, null)))
                .isEqualTo(403);
        assertThat(rooms.isMember(bob.id(), room)).isTrue();
    }

    @Test
    void removedMemberIsOutAtOnceAndMayComeBack() {
        Membership was = in(bob);
        ruling.remove(in(ada), only(bob)).orThrow();
        assertThat(heard).containsExactly(new MemberLeft(room, bob.id(), true, false));
        assertThat(rooms.isMember(bob.id(), room)).isFalse();
        assertThat(status(() -> in(bob))).isEqualTo(403);
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(3);
        assertThat(status(() -> ruling.remove(in(ada), only(bob)).orThrow())).isEqualTo(404);
        rooms.leave(was);
        assertThat(house.join(ana, "ops", bob).role()).isEqualTo(Role.MEMBER);
        assertThat(actions()).contains("member.removed");
    }

    @Test
    void mutedMemberReadsButDoesNotSpeakUntilItsTime() {
        Instant until = Instant.now().plus(HOUR).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        ruling.mute(in(ada), only(bob), until).orThrow();
        assertThat(heard).containsExactly(new MemberMuted(room, bob.id(), until));
        assertThat(in(bob).mutedUntil()).isEqualTo(until);
        assertThat(in(bob).may(Act.ENTER)).isTrue();
        assertThat(problem(() -> in(bob).require(Act.WRITE_TEXT)))
                .isInstanceOfSatisfying(
                        Muted.class, muted -> assertThat(muted.until()).isEqualTo(until));
        assertThat(rooms.find(bob, "ops").mutedUntil()).isEqualTo(until);
        assertThat(in(cyd).may(Act.WRITE_TEXT)).isTrue();
        ruling.unmute(in(ada), List.of(bob.id(), cyd.id())).orThrow();
        assertThat(in(bob).may(Act.WRITE_TEXT)).isTrue();
        assertThat(heard).last().isEqualTo(new MemberMuted(room, bob.id(), null));
        assertThat(heard).hasSize(2);
        assertThat(actions()).startsWith("member.unmuted", "member.muted", "member.role");
    }

    @Test
    void muteEndsByItself() throws InterruptedException {
        ruling.mute(in(ana), only(bob), Duration.ofSeconds(1)).orThrow();
        Instant patience = Instant.now().plusSeconds(20);
        while (in(bob).mutedUntil() != null && Instant.now().isBefore(patience)) {
            Thread.sleep(50);
        }
        assertThat(in(bob).may(Act.WRITE_TEXT)).isTrue();
        assertThat(rooms.find(bob, "ops").mutedUntil()).isNull();
    }

    @Test
    void muteHasAnEndThatIsNotTooFar() {
        for (Duration length : List.of(Duration.ZERO, Duration.ofSeconds(-5), Duration.ofDays(367))) {
            assertThat(status(() -> ruling.mute(in(ana), only(bob), length))).isEqualTo(422);
        }
        assertThat(status(() -> ruling.mute(in(ana), List.of(), HOUR))).isEqualTo(422);
    }

    @Test
    void mutedMemberWhoLeavesAndComesBackIsMutedStill() {
        ruling.mute(in(ana), only(bob), HOUR).orThrow();
        Instant until = in(bob).mutedUntil();
        rooms.leave(in(bob));
        assertThat(house.join(ana, "ops", bob).mutedUntil()).isEqualTo(until).isNotNull();
        ruling.remove(in(ana), only(bob)).orThrow();
        assertThat(house.join(ana, "ops", bob).mutedUntil()).isEqualTo(until);
        ruling.unmute(in(ana), only(bob)).orThrow();
        rooms.leave(in(bob));
        assertThat(house.join(ana, "ops", bob).mutedUntil())
                .as("what was lifted does not come back")
                .isNull();
    }

    @Test
    void newcomerSeesNothingOfBeforeWhereTheRoomSaysSo() {
        house.sql("UPDATE room SET newcomers_see_history = 0, last_seq = 41 WHERE id = ?", room);
        Membership late = house.join(ana, "ops", eve);
        assertThat(late.floor()).isEqualTo(41);
        assertThat(in(ana).floor()).isZero();
        assertThat(rooms.find(eve, "ops").unread()).isZero();
        assertThat(rooms.find(ana, "ops").unread()).isEqualTo(41);
    }

    @Test
    void eachActOfRuleStandsInTheAuditAndTheChainHolds() {
        ruling.mute(in(ada), List.of(bob.id(), cyd.id()), HOUR);
        ruling.remove(in(ada), List.of(bob.id(), ana.id()));
        assertThat(records())
                .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::subject)
                .startsWith(
                        org.assertj.core.api.Assertions.tuple("member.removed", "Ada", "Bob"),
                        org.assertj.core.api.Assertions.tuple("member.muted", "Ada", "Cyd"),
                        org.assertj.core.api.Assertions.tuple("member.muted", "Ada", "Bob"));
        assertThat(house.bean(AuditLog.class).trailOf(room).verify()).isInstanceOf(AuditCheck.Intact.class);
    }

    @Test
    void manyAreRuledAtOnceAndTheRestIsNamed() {
        List<Long> all = new ArrayList<>(List.of(ana.id(), ada.id()));
        for (int i = 0; i < 98; i++) {
            Actor guest = house.person("Guest " + i);
            house.sql(
                    "INSERT INTO membership (room_id, account_id, role, joined_at) VALUES (?, ?, 'MEMBER', 0)",
                    room,
                    guest.id());
            all.add(guest.id());
        }
        house.bean(Rosters.class).membersChanged(room, all);
        Tally tally = ruling.mute(in(ada), all, HOUR);
        assertThat(tally.done()).hasSize(98);
        assertThat(tally.skipped()).extracting(Skip::why).containsExactly(Why.OWNER, Why.ADMIN);
        assertThat(heard).hasSize(98);
        Roster roster = house.bean(Rosters.class).of(room).orElseThrow();
        assertThat(all.subList(2, 100)).allSatisfy(guest -> assertThat(
                        requireNonNull(roster.member(guest)).mutedUntil())
                .isNotNull());
        assertThat(ruling.remove(in(ana), all).done()).hasSize(99);
        assertThat(rooms.members(in(ana))).extracting(Member::displayName).containsExactly("Ana", "Bob", "Cyd");
    }

    @Test
    void whatFailsOnTheWayIsDoneToNobody() {
        house.sql("CREATE TRIGGER stop BEFORE DELETE ON membership WHEN OLD.account_id = " + cyd.id()
                + " BEGIN SELECT RAISE(ABORT, 'stop'); END");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> ruling.remove(in(ana), List.of(bob.id(), cyd.id()))))
                .isNotNull();
        assertThat(rooms.isMember(bob.id(), room)).isTrue();
        assertThat(in(bob).role()).isEqualTo(Role.MEMBER);
        assertThat(heard).isEmpty();
        assertThat(actions()).doesNotContain("member.removed");
        assertThat(house.bean(AuditLog.class).trailOf(room).verify()).isInstanceOf(AuditCheck.Intact.class);
    }

    @Test
    void administratorOfTheInstanceRulesNoRoom() {
        Actor administrator = new Actor(eve.id(), "Eve", true, eve.credential());
        assertThat(status(() -> in(administrator))).isEqualTo(403);
        assertThat(status(() -> rooms.asAdmin(administrator, "ops"))).isEqualTo(403);
    }
}
