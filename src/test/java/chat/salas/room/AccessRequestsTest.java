package chat.salas.room;

import static chat.salas.room.House.problem;
import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.AccessRequests.Outcome;
import chat.salas.room.RoomEvents.MemberJoined;
import chat.salas.room.RoomEvents.MyAccessChanged;
import chat.salas.room.RoomEvents.MyRoomsChanged;
import chat.salas.room.RoomEvents.NoticeCame;
import chat.salas.room.RoomEvents.RequestsChanged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessRequestsTest {
    private House house;
    private Rooms rooms;
    private AccessRequests requests;
    private Notices notices;
    private Actor ana;
    private Actor bob;
    private Membership owner;

    @BeforeEach
    void open() {
        start(Map.of());
    }

    private void start(Map<String, Object> settings) {
        house = House.open(settings);
        rooms = house.rooms();
        requests = house.bean(AccessRequests.class);
        notices = house.bean(Notices.class);
        ana = house.person("Ana");
        bob = house.person("Bob", "bob@example.org");
        rooms.create(ana, NewRoom.named("Ops"));
        owner = rooms.asAdmin(ana, "ops");
    }

    private void startAgain(Map<String, Object> settings) throws IOException {
        house.closeAndDelete();
        start(settings);
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    @Test
    void whoAsksIsRequestedUntilSomebodyDecides() {
        assertThat(access(bob)).isEqualTo(Access.NONE);
        requests.ask(bob, "ops", " Hello,\r\nmay I come in? ");

        assertThat(access(bob)).isEqualTo(Access.REQUESTED);
        assertThat(rooms.directory(bob, "", 0, 10).items())
                .extracting(RoomView::access)
                .containsExactly(Access.REQUESTED);
        assertThat(requests.list(owner)).singleElement().satisfies(entry -> {
            assertThat(entry.accountId()).isEqualTo(bob.id());
            assertThat(entry.displayName()).isEqualTo("Bob");
            assertThat(entry.message()).isEqualTo("Hello,\nmay I come in?");
            assertThat(entry.toString()).doesNotContain("Hello");
        });
        assertThat(status(() -> rooms.asMember(bob, "ops"))).isEqualTo(403);
    }

    @Test
    void onlyAdminsAreToldHowManyAsk() {
        house.join(ana, "ops", house.person("Guest"));
        Actor guest = house.person("Carl");
        house.join(ana, "ops", guest);
        requests.ask(bob, "ops", null);

        assertThat(rooms.find(ana, "ops").requests()).isEqualTo(1);
        assertThat(rooms.mine(ana)).extracting(RoomView::requests).containsExactly(1);
        assertThat(rooms.find(guest, "ops").requests()).isZero();
        assertThat(rooms.find(bob, "ops").requests()).isZero();
    }

    @Test
    void theApprovedOneIsAMemberAtOnceAndIsToldOnce() {
        requests.ask(bob, "ops", null);
        requests.approve(owner, bob.id());

        assertThat(rooms.asMember(bob, "ops").role()).isEqualTo(Role.MEMBER);
        assertThat(requests.list(owner)).isEmpty();
        assertThat(notices.take(bob)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notices.Kind.APPROVED);
            assertThat(notice.roomName()).isEqualTo("Ops");
            assertThat(notice.slug()).isEqualTo("ops");
        });
        assertThat(notices.take(bob)).isEmpty();
        assertThat(status(() -> requests.approve(owner, bob.id()))).isEqualTo(404);
    }

    @Test
    void theDeniedOneStaysOutIsToldAndMayAskAgain() {
        requests.ask(bob, "ops", "please");
        requests.deny(owner, bob.id());

        assertThat(access(bob)).isEqualTo(Access.NONE);
        assertThat(notices.take(bob))
                .extracting(Notices.Notice::kind, Notices.Notice::slug)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Notices.Kind.DENIED, null));
        assertThat(status(() -> requests.deny(owner, bob.id()))).isEqualTo(404);
        requests.ask(bob, "ops", null);
        assertThat(requests.list(owner)).singleElement().satisfies(entry -> assertThat(entry.message())
                .isNull());
    }

    @Test
    void whatIsTakenBackIsGone() {
        requests.ask(bob, "ops", null);
        requests.withdraw(bob, "ops");
        requests.withdraw(bob, "ops");
        assertThat(access(bob)).isEqualTo(Access.NONE);
        assertThat(status(() -> requests.approve(owner, bob.id()))).isEqualTo(404);
        assertThat(notices.take(bob)).isEmpty();
    }

    @Test
    void membersThoseWhoAskedAndTheBannedAreRefused() {
        assertThat(status(() -> requests.ask(ana, "ops", null))).isEqualTo(409);
        requests.ask(bob, "ops", null);
        assertThat(status(() -> requests.ask(bob, "ops", null))).isEqualTo(409);
        Actor eve = house.person("Eve");
        ban(eve);
        assertThat(status(() -> requests.ask(eve, "ops", null))).isEqualTo(403);
        assertThat(status(() -> requests.ask(eve, "nowhere", null))).isEqualTo(404);
        assertThat(status(() -> requests.withdraw(eve, "nowhere"))).isEqualTo(404);
    }

    @Test
    void anUnlistedRoomAnswersAsOneThatIsAbsent() {
        rooms.create(ana, new NewRoom("Secret", null, null, false, null, null, null, null, null, null));
        for (String slug : List.of("secret", "absent")) {
            assertThat(problem(() -> requests.ask(bob, slug, null)).detail()).isEqualTo("There is no such room.");
            assertThat(problem(() -> requests.withdraw(bob, slug)).detail()).isEqualTo("There is no such room.");
            assertThat(status(() -> requests.ask(bob, slug, null))).isEqualTo(404);
        }
    }

    @Test
    void onlyAdminsSeeAndDecide() {
        requests.ask(bob, "ops", null);
        Membership guest = house.join(ana, "ops", house.person("Guest"));
        assertThat(status(() -> requests.list(guest))).isEqualTo(403);
        assertThat(status(() -> requests.approve(guest, bob.id()))).isEqualTo(403);
        assertThat(status(() -> requests.deny(guest, bob.id()))).isEqualTo(403);
        assertThat(status(() -> requests.approve(guest, List.of(bob.id())))).isEqualTo(403);
        rooms.create(bob, NewRoom.named("Other"));
        assertThat(status(() -> requests.approve(rooms.asAdmin(bob, "other"), bob.id())))
                .isEqualTo(404);
        assertThat(access(bob)).isEqualTo(Access.REQUESTED);
    }

    @Test
    void whoWasAnAdminAMomentAgoDecidesNothing() {
        requests.ask(bob, "ops", null);
        Actor carl = house.person("Carl");
        house.join(ana, "ops", carl);
        house.sql("UPDATE membership SET role = 'ADMIN' WHERE account_id = ?", carl.id());
        Membership stale = house.bean(RoomViews.class)
                .glance(carl, "ops")
                .flatMap(glance -> glance.membership(carl, 0))
                .orElseThrow();
        assertThat(stale.may(Act.ADMINISTER)).isTrue();
        house.sql("UPDATE membership SET role = 'MEMBER' WHERE account_id = ?", carl.id());

        assertThat(status(() -> requests.approve(stale, bob.id()))).isEqualTo(403);
        assertThat(access(bob)).isEqualTo(Access.REQUESTED);
    }

    @Test
    void severalAreDecidedAtOnceAndWhoCannotComeInIsSkipped() {
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Actor guest = house.person("Guest " + i);
            requests.ask(guest, "ops", "I am number " + i);
            asked.add(guest.id());
        }
        Actor banned = house.person("Banned");
        requests.ask(banned, "ops", null);
        ban(banned);
        asked.add(banned.id());
        asked.add(house.person("Never asked").id());
        asked.add(asked.getFirst());

        assertThat(requests.approve(owner, asked)).isEqualTo(new Outcome(150, 2));
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(151);
        assertThat(status(() -> requests.approve(owner, banned.id()))).isEqualTo(409);
        assertThat(requests.deny(owner, asked)).isEqualTo(new Outcome(1, 151));
        assertThat(requests.list(owner)).isEmpty();
        assertThat(house.number("SELECT COUNT(*) FROM audit WHERE action = 'request.approved'"))
                .isEqualTo(150);
        assertThat(house.number("SELECT COUNT(*) FROM audit WHERE action = 'request.denied'"))
                .isEqualTo(1);
    }

    @Test
    void aFullRoomLetsNobodyInAndKeepsTheRequest() throws IOException {
        startAgain(Map.of("salas.rooms.members", 2));
        Actor carl = house.person("Carl");
        requests.ask(bob, "ops", null);
        requests.ask(carl, "ops", null);

        assertThat(requests.approve(owner, List.of(bob.id(), carl.id()))).isEqualTo(new Outcome(1, 1));
        assertThat(status(() -> requests.approve(owner, carl.id()))).isEqualTo(409);
        assertThat(access(carl)).isEqualTo(Access.REQUESTED);
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(2);
    }

    @Test
    void oneAccountCannotAskWithoutEnd() throws IOException {
        startAgain(Map.of("salas.rooms.requests-an-hour", 6));
        for (int i = 0; i < 5; i++) {
            requests.ask(bob, "ops", null);
            requests.withdraw(bob, "ops");
        }
        Problem again = problem(() -> requests.ask(bob, "ops", null));
        assertThat(again.status()).isEqualTo(429);
        assertThat(again.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
        rooms.create(ana, NewRoom.named("Second"));
        rooms.create(ana, NewRoom.named("Third"));
        requests.ask(bob, "second", null);
        assertThat(status(() -> requests.ask(bob, "third", null))).isEqualTo(429);
        assertThat(status(() -> requests.ask(house.person("Carl"), "third", null)))
                .isEqualTo(200);
    }

    @Test
    void aRoomHasABoundedInbox() throws IOException {
        startAgain(Map.of("salas.rooms.requests", 2));
        requests.ask(bob, "ops", null);
        requests.ask(house.person("Carl"), "ops", null);
        Problem full = problem(() -> requests.ask(house.person("Dora"), "ops", null));
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.retryAfter()).isPositive();
        requests.deny(owner, bob.id());
        assertThat(status(() -> requests.ask(house.person("Dora"), "ops", null)))
                .isEqualTo(200);
    }

    @Test
    void whatIsSaidIsBoundedAndLiesOnDiskOnlySealed() {
        assertThat(status(() -> requests.ask(bob, "ops", "x".repeat(501)))).isEqualTo(422);
        assertThat(status(() -> requests.ask(bob, "ops", "a\u0000b"))).isEqualTo(422);
        requests.ask(bob, "ops", "canary".repeat(80));

        String hex = java.util.HexFormat.of().withUpperCase().formatHex("canary".getBytes(StandardCharsets.UTF_8));
        assertThat(house.number("SELECT COUNT(*) FROM access_request WHERE length(words) > 480"))
                .isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM access_request WHERE instr(hex(words), '" + hex + "') > 0"))
                .isZero();
    }

    @Test
    void wordsThatWereMovedToAnotherRequestDoNotOpen() {
        requests.ask(bob, "ops", "mine");
        Actor carl = house.person("Carl");
        requests.ask(carl, "ops", "another's");
        house.sql(
                "UPDATE access_request SET words = (SELECT words FROM access_request WHERE account_id = ?)"
                        + " WHERE account_id = ?",
                bob.id(),
                carl.id());
        assertThat(requests.list(owner))
                .extracting(AccessRequests.Entry::message)
                .containsExactly("mine", null);
    }

    @Test
    void whoComesInByAnInviteAsksNoLonger() {
        requests.ask(bob, "ops", null);
        house.join(ana, "ops", bob);
        assertThat(requests.list(owner)).isEmpty();
        assertThat(rooms.find(ana, "ops").requests()).isZero();
        rooms.leave(rooms.asMember(bob, "ops"));
        assertThat(access(bob)).isEqualTo(Access.NONE);
    }

    @Test
    void bothSidesHearOfIt() {
        List<RoomEvent> inRoom = Collections.synchronizedList(new ArrayList<>());
        List<AccountEvent> toBob = Collections.synchronizedList(new ArrayList<>());
        long room = owner.room().id();
        house.bean(Bus.class).onRoom(room, inRoom::addAll);
        house.bean(Bus.class).onAccount(bob.id(), toBob::add);

        requests.ask(bob, "ops", null);
        assertThat(inRoom).containsExactly(new RequestsChanged(room));
        assertThat(toBob).containsExactly(new MyAccessChanged(bob.id(), room));
        inRoom.clear();
        toBob.clear();

        requests.approve(owner, bob.id());
        assertThat(inRoom).containsExactly(new MemberJoined(room, bob.id(), "Bob"), new RequestsChanged(room));
        assertThat(toBob)
                .containsExactly(
                        new MyRoomsChanged(bob.id()), new MyAccessChanged(bob.id(), room), new NoticeCame(bob.id()));
    }

    @Test
    void twentyWhoApproveTheSameOneAtOnceLetOneInOnce() throws Exception {
        requests.ask(bob, "ops", null);
        List<Integer> answers = atOnce(20, () -> status(() -> requests.approve(owner, bob.id())));
        assertThat(answers).containsOnly(200, 404);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(notices.take(bob)).hasSize(1);
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(2);
    }

    @Test
    void oneWhoAsksManyTimesAtOnceAsksOnce() throws Exception {
        List<Integer> answers = atOnce(20, () -> status(() -> requests.ask(bob, "ops", null)));
        assertThat(answers).isSubsetOf(200, 409, 429);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(requests.list(owner)).hasSize(1);
    }

    @Test
    void anAccountHasAHundredNoticesAtMost() {
        for (int i = 0; i < 120; i++) {
            int number = i;
            house.inTransaction(() -> {
                house.bean(NoticeBook.class)
                        .add(bob.id(), number < 20 ? Notices.Kind.DENIED : Notices.Kind.APPROVED, owner.room());
                return null;
            });
        }
        assertThat(notices.take(bob))
                .hasSize(100)
                .allMatch(notice -> notice.kind() == Notices.Kind.APPROVED)
                .allMatch(notice -> notice.slug() == null);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> deed) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Collections.nCopies(times, deed).stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            start.countDown();
            List<Integer> done = new ArrayList<>();
            for (var answer : answers) {
                done.add(answer.get(30, TimeUnit.SECONDS));
            }
            return done;
        }
    }

    private void ban(Actor actor) {
        house.sql(
                "INSERT INTO ban (room_id, account_id, created_at) VALUES (?, ?, 0)",
                owner.room().id(),
                actor.id());
    }

    private Access access(Actor actor) {
        return rooms.find(actor, "ops").access();
    }
}
