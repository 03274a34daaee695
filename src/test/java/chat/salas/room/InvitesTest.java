package chat.salas.room;

import static chat.salas.room.House.problem;
import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.Invites.Created;
import chat.salas.room.Invites.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitesTest {
    private static final Duration DAY = Duration.ofDays(1);

    private House house;
    private Rooms rooms;
    private Invites invites;
    private Actor ana;
    private Actor bob;
    private Membership owner;

    @BeforeEach
    void open() {
        house = House.open();
        rooms = house.rooms();
        invites = house.invites();
        ana = house.person("Ana");
        bob = house.person("Bob", "bob@example.org");
        rooms.create(ana, NewRoom.named("Ops"));
        owner = rooms.asAdmin(ana, "ops");
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    private Created invite(@Nullable String email, int maxUses) {
        return invites.create(owner, email, DAY, maxUses);
    }

    @Test
    void holderOfTheLinkBecomesAMember() {
        Created invite = invite(null, 1);
        assertThat(status(() -> rooms.asMember(bob, "ops"))).isEqualTo(403);
        RoomView view = invites.accept(bob, invite.token());
        assertThat(view.access()).isEqualTo(Access.MEMBER);
        assertThat(view.members()).isEqualTo(2);
        assertThat(rooms.asMember(bob, "ops").role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void tokenIs256BitsAndOnlyItsHashIsStored() {
        Created invite = invite(null, 1);
        assertThat(invite.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(invite.url()).isEqualTo("/invite/" + invite.token());
        assertThat(invite.urlAt("http://localhost:8080")).isEqualTo("http://localhost:8080/invite/" + invite.token());
        assertThat(invite.toString()).doesNotContain(invite.token());
        assertThat(house.number("SELECT length(token_hash) FROM invite")).isEqualTo(32);
        assertThat(invite(null, 1).token()).isNotEqualTo(invite.token());
    }

    @Test
    void publicAddressIsPartOfTheLinkWhereItIsKnown() throws IOException {
        House known = House.open(Map.of("salas.public-url", "https://chat.example.org/"));
        try {
            Actor eve = known.person("Eve");
            known.rooms().create(eve, NewRoom.named("Ops"));
            Created invite = known.invites().create(known.rooms().asAdmin(eve, "ops"), null, DAY, 1);
            assertThat(invite.urlAt("http://evil")).isEqualTo("https://chat.example.org/invite/" + invite.token());
        } finally {
            known.closeAndDelete();
        }
    }

    @Test
    void memberWhoAcceptsAgainUsesNothingUp() {
        Created invite = invite(null, 2);
        invites.accept(bob, invite.token());
        assertThat(invites.accept(bob, invite.token()).access()).isEqualTo(Access.MEMBER);
        assertThat(invites.accept(ana, invite.token()).access()).isEqualTo(Access.OWNER);
        assertThat(invites.list(owner)).singleElement().satisfies(entry -> assertThat(entry.uses())
                .isEqualTo(1));
        invites.accept(house.person("Carl"), invite.token());
        assertThat(invites.accept(bob, invite.token()).access()).as("used up").isEqualTo(Access.MEMBER);
    }

    @Test
    void unknownTokensAreNotFound() {
        for (String token : List.of("", "x", "A".repeat(43), "A".repeat(10_000), "é".repeat(43))) {
            assertThat(status(() -> invites.accept(bob, token))).isEqualTo(404);
            assertThat(status(() -> invites.preview(token))).isEqualTo(404);
        }
    }

    @Test
    void endedInvitesSayWhatEndedThem() {
        Created used = invite(null, 1);
        invites.accept(bob, used.token());
        assertEnded(used, State.USED_UP);
        Created revoked = invite(null, 1);
        invites.revoke(owner, revoked.id());
        invites.revoke(owner, revoked.id());
        assertEnded(revoked, State.REVOKED);
        Created expired = invite(null, 1);
        house.sql("UPDATE invite SET expires_at = ? WHERE id = ?", System.currentTimeMillis(), expired.id());
        assertEnded(expired, State.EXPIRED);
        assertThat(invites.list(owner))
                .extracting(Invites.Entry::state)
                .containsExactly(State.EXPIRED, State.REVOKED, State.USED_UP);
    }

    private void assertEnded(Created invite, State state) {
        Actor carl = house.person("Carl");
        assertThat(problem(() -> invites.accept(carl, invite.token())))
                .isInstanceOfSatisfying(InviteEnded.class, ended -> {
                    assertThat(ended.state()).isEqualTo(state);
                    assertThat(ended.status()).isEqualTo(410);
                });
        assertThat(status(() -> invites.preview(invite.token()))).isEqualTo(410);
        assertThat(status(() -> rooms.asMember(carl, "ops"))).isEqualTo(403);
    }

    @Test
    void inviteOfAnAddressIsForItsAccountAlone() {
        Created invite = invite(" Bob@Example.org ", 1);
        assertThat(invite.email()).isEqualTo("bob@example.org");
        assertThat(rooms.find(bob, "ops").access()).isEqualTo(Access.INVITED);
        Actor eve = house.person("Eve");
        assertThat(rooms.find(eve, "ops").access()).isEqualTo(Access.NONE);
        assertThat(problem(() -> invites.accept(eve, invite.token()))).isInstanceOf(InviteForAnother.class);
        assertThat(invites.accept(bob, invite.token()).access()).isEqualTo(Access.MEMBER);
    }

    @Test
    void endedInviteOfAnAddressIsNoInvitation() {
        Created invite = invite("bob@example.org", 1);
        assertThat(rooms.directory(bob, "", 0, 10).items())
                .extracting(RoomView::access)
                .containsExactly(Access.INVITED);
        invites.revoke(owner, invite.id());
        assertThat(rooms.directory(bob, "", 0, 10).items())
                .extracting(RoomView::access)
                .containsExactly(Access.NONE);
    }

    @Test
    void bannedOneStaysOutWhateverTheInvite() {
        Created invite = invite(null, 5);
        house.sql(
                "INSERT INTO ban (room_id, account_id, created_at) VALUES (?, ?, 0)",
                owner.room().id(),
                bob.id());
        assertThat(rooms.find(bob, "ops").access()).isEqualTo(Access.BANNED);
        assertThat(problem(() -> invites.accept(bob, invite.token())).detail()).contains("banned");
        assertThat(status(() -> rooms.asMember(bob, "ops"))).isEqualTo(403);
    }

    @Test
    void invitedOneSeesAnUnlistedRoomOnlyOnceInside() {
        rooms.create(ana, new NewRoom("Secret", null, null, false, null, null, null, null, null, null));
        Created invite = invites.create(rooms.asAdmin(ana, "secret"), "bob@example.org", DAY, 1);
        assertThat(status(() -> rooms.find(bob, "secret"))).isEqualTo(404);
        assertThat(rooms.directory(bob, "secret", 0, 10).items()).isEmpty();
        assertThat(invites.preview(invite.token()).roomName()).isEqualTo("Secret");
        assertThat(invites.accept(bob, invite.token()).access()).isEqualTo(Access.MEMBER);
        assertThat(rooms.find(bob, "secret").access()).isEqualTo(Access.MEMBER);
    }

    @Test
    void previewTellsWhatTheInviteLeadsTo() {
        Created invite = invite(null, 1);
        assertThat(invites.preview(invite.token()))
                .isEqualTo(new Invites.Preview("Ops", "", 1, Encryption.AT_REST, "Ana"));
    }

    @Test
    void adminsSeeLabelCreatorAndWhoCameByAnInvite() {
        Created invite = invites.create(owner, new NewInvite(" Reading group ", null, DAY, 3, null));
        assertThat(invite.label()).isEqualTo("Reading group");
        assertThat(invite.mailed()).isFalse();
        invites.accept(bob, invite.token());
        Actor carl = house.person("Carl");
        invites.accept(carl, invite.token());
        rooms.leave(rooms.asMember(bob, "ops"));
        invites.accept(bob, invite.token());

        assertThat(invites.list(owner)).singleElement().satisfies(entry -> {
            assertThat(entry.label()).isEqualTo("Reading group");
            assertThat(entry.creator()).isEqualTo("Ana");
            assertThat(entry.uses()).isEqualTo(3);
            assertThat(entry.maxUses()).isEqualTo(3);
        });
        assertThat(invites.usesOf(owner, invite.id()))
                .extracting(Invites.Use::displayName)
                .containsExactlyInAnyOrder("Carl", "Bob");
        assertThat(house.number("SELECT COUNT(*) FROM audit WHERE action = 'member.joined'"))
                .isEqualTo(3);
        rooms.create(bob, NewRoom.named("Other"));
        assertThat(status(() -> invites.usesOf(rooms.asAdmin(bob, "other"), invite.id())))
                .isEqualTo(404);
        assertThat(status(() -> invites.usesOf(rooms.asMember(carl, "ops"), invite.id())))
                .isEqualTo(403);
    }

    @Test
    void aRefusedAcceptLeavesNoUse() {
        Created invite = invite("carl@example.org", 1);
        assertThat(status(() -> invites.accept(bob, invite.token()))).isEqualTo(403);
        assertThat(invites.usesOf(owner, invite.id())).isEmpty();
        assertThat(house.number("SELECT COUNT(*) FROM membership")).isEqualTo(1);
    }

    @Test
    void labelsAreOneLineOfAtMostEightyCharacters() {
        for (String label : List.of("x".repeat(81), "a\nb", "a\u0000b")) {
            assertThat(status(() -> invites.create(owner, new NewInvite(label, null, DAY, 1, null))))
                    .isEqualTo(422);
        }
    }

    @Test
    void termsOutOfBoundsAreRefused() {
        assertThat(problem(() -> invites.create(owner, null, Duration.ofMinutes(59), 1))
                        .detail())
                .isEqualTo("expiresInHours: 0 (expected: 1..8760)");
        assertThat(status(() -> invites.create(owner, null, Duration.ofDays(366), 1)))
                .isEqualTo(422);
        assertThat(status(() -> invites.create(owner, null, DAY, 0))).isEqualTo(422);
        assertThat(status(() -> invites.create(owner, null, DAY, 10_001))).isEqualTo(422);
        for (String email : List.of("bob", "a@", "@b", "a b@c.org", "a".repeat(255) + "@b.org", "a\u0000@b.org")) {
            assertThat(status(() -> invites.create(owner, email, DAY, 1)))
                    .as(email)
                    .isEqualTo(422);
        }
    }

    @Test
    void onlyAdminsInviteListAndRevoke() {
        Membership guest = house.join(ana, "ops", bob);
        Created invite = invite(null, 1);
        assertThat(status(() -> invites.create(guest, null, DAY, 1))).isEqualTo(403);
        assertThat(status(() -> invites.list(guest))).isEqualTo(403);
        assertThat(status(() -> invites.revoke(guest, invite.id()))).isEqualTo(403);
        rooms.create(bob, NewRoom.named("Other"));
        assertThat(status(() -> invites.revoke(rooms.asAdmin(bob, "other"), invite.id())))
                .isEqualTo(404);
        assertThat(invites.preview(invite.token()).roomName()).isEqualTo("Ops");
    }

    @Test
    void roomHasABoundedNumberOfInvites() throws IOException {
        House small = House.open(Map.of("salas.rooms.invites", 3));
        try {
            Actor eve = small.person("Eve");
            small.rooms().create(eve, NewRoom.named("Ops"));
            Membership admin = small.rooms().asAdmin(eve, "ops");
            Created first = small.invites().create(admin, null, DAY, 1);
            small.invites().create(admin, null, DAY, 1);
            small.invites().create(admin, null, DAY, 1);
            assertThat(status(() -> small.invites().create(admin, null, DAY, 1)))
                    .isEqualTo(409);
            small.invites().revoke(admin, first.id());
            assertThat(status(() -> small.invites().create(admin, null, DAY, 1)))
                    .isEqualTo(200);
            assertThat(small.invites().list(admin)).hasSize(3);
        } finally {
            small.closeAndDelete();
        }
    }

    @Test
    void roomIsNeverFullerThanItMayBe() throws IOException {
        House small = House.open(Map.of("salas.rooms.members", 2));
        try {
            Actor eve = small.person("Eve");
            small.rooms().create(eve, NewRoom.named("Ops"));
            small.join(eve, "ops", small.person("Second"));
            assertThat(status(() -> small.join(eve, "ops", small.person("Third"))))
                    .isEqualTo(409);
            assertThat(small.invites().list(small.rooms().asAdmin(eve, "ops")))
                    .extracting(Invites.Entry::uses)
                    .containsExactly(0, 1);
        } finally {
            small.closeAndDelete();
        }
    }

    @Test
    void fiftyWhoAcceptTheLastUseAtOnceLetExactlyOneIn() throws Exception {
        Created invite = invite(null, 1);
        List<Actor> crowd = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            crowd.add(house.person("Guest " + i));
        }
        List<Integer> answers = atOnce(crowd, guest -> status(() -> invites.accept(guest, invite.token())));
        assertThat(answers).containsOnly(200, 410);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(2);
        assertThat(invites.list(owner)).extracting(Invites.Entry::uses).containsExactly(1);
        assertThat(crowd.stream()
                        .filter(guest -> rooms.isMember(guest.id(), owner.room().id())))
                .hasSize(1);
    }

    @Test
    void oneAccountThatAcceptsManyTimesAtOnceUsesOne() throws Exception {
        Created invite = invite(null, 10);
        List<Integer> answers =
                atOnce(Collections.nCopies(20, bob), guest -> status(() -> invites.accept(guest, invite.token())));
        assertThat(answers).containsOnly(200);
        assertThat(invites.list(owner)).extracting(Invites.Entry::uses).containsExactly(1);
    }

    @Test
    void everybodyWhoJoinsAtOnceIsInTheRosterAfterwards() throws Exception {
        Created invite = invite(null, 100);
        List<Actor> crowd = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            crowd.add(house.person("Guest " + i));
        }
        List<Integer> answers = atOnce(crowd, guest -> {
            invites.accept(guest, invite.token());
            return rooms.asMember(guest, "ops").role() == Role.MEMBER ? 200 : 500;
        });
        assertThat(answers).containsOnly(200);
        assertThat(crowd)
                .allMatch(guest -> rooms.isMember(guest.id(), owner.room().id()));
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(61);
        assertThat(house.number("SELECT COUNT(*) FROM membership")).isEqualTo(61);
    }

    private interface Deed {
        int by(Actor actor) throws Exception;
    }

    private static List<Integer> atOnce(List<Actor> crowd, Deed deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(crowd.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (Actor guest : crowd) {
                answers.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return deed.by(guest);
                }));
            }
            List<Integer> done = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                done.add(answer.get(30, TimeUnit.SECONDS));
            }
            return done;
        }
    }

    @Test
    void roomAndAccountHearOfIt() {
        List<RoomEvent> inRoom = Collections.synchronizedList(new ArrayList<>());
        List<AccountEvent> toBob = Collections.synchronizedList(new ArrayList<>());
        house.bean(Bus.class).onRoom(owner.room().id(), inRoom::addAll);
        house.bean(Bus.class).onAccount(bob.id(), toBob::add);
        Membership guest = house.join(ana, "ops", bob);
        rooms.leave(guest);
        long room = owner.room().id();
        assertThat(inRoom)
                .containsExactly(
                        new RoomEvents.MemberJoined(room, bob.id(), "Bob"),
                        new RoomEvents.MemberLeft(room, bob.id(), false, false));
        assertThat(toBob)
                .containsExactly(new RoomEvents.MyRoomsChanged(bob.id()), new RoomEvents.MyRoomsChanged(bob.id()));
    }
}
