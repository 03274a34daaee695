package chat.salas.room;

import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Administration;
import chat.salas.account.Device;
import chat.salas.account.EmailAddress;
import chat.salas.account.Registration;
import chat.salas.account.SignUp;
import chat.salas.account.SignUpInvites;
import chat.salas.account.SignUpInvites.Entrance;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditEntry;
import chat.salas.audit.AuditFilter;
import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsAndRoomsTest {
    private static final String PASSWORD = "correct horse battery staple 7";

    private House house;
    private Rooms rooms;
    private Actor ana;
    private Actor bob;

    @BeforeEach
    void open() {
        house = House.open(Map.of("salas.signin-limit", 0, "salas.password.memory-kib", 64));
        rooms = house.rooms();
        ana = register("ana@example.org");
        bob = register("bob@example.org");
        rooms.create(ana, NewRoom.named("Ops"));
    }

    private Actor register(String email) {
        return register(email, null);
    }

    private Actor register(String email, @Nullable String invite) {
        return house.bean(Accounts.class)
                .register(new SignUp(email, PASSWORD, null, invite), new Device("test", "127.0.0.1"))
                .actor();
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    @Test
    void ownerCannotBeDeleted() {
        assertThat(status(() -> house.bean(Accounts.class).delete(ana, PASSWORD)))
                .isEqualTo(409);
        assertThat(rooms.asAdmin(ana, "ops").role()).isEqualTo(Role.OWNER);
    }

    @Test
    void deletedAccountIsInNoRoomAndItsAddressInNoInvite() {
        Membership guest = house.join(ana, "ops", bob);
        house.invites().create(rooms.asAdmin(ana, "ops"), "bob@example.org", Duration.ofHours(1), 1);
        assertThat(house.number("SELECT COUNT(*) FROM invite WHERE email IS NOT NULL"))
                .isEqualTo(1);
        house.bean(Accounts.class).delete(bob, PASSWORD);
        assertThat(rooms.isMember(bob.id(), guest.room().id())).isFalse();
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(1);
        assertThat(house.number("SELECT COUNT(*) FROM invite WHERE email IS NOT NULL"))
                .isZero();
    }

    @Test
    void theRoomsRecordOfAnInviteDoesNotHoldTheAddressThatItIsFor() {
        Membership admin = rooms.asAdmin(ana, "ops");
        Invites.Created invite = house.invites().create(admin, "bob@example.org", Duration.ofHours(1), 1);
        AuditEntry made = house.bean(RoomAudit.class)
                .of(admin)
                .page(AuditFilter.ALL, 0, 10)
                .getFirst();
        AuditDetail detail = Objects.requireNonNull(made.detail());
        assertThat(detail.words())
                .containsEntry("invite", Long.toString(invite.id()))
                .doesNotContainValue("bob@example.org");
    }

    @Test
    void aDeletedAccountsMutesAreForgottenInRoomsThatItLeft() {
        house.join(ana, "ops", bob);
        house.bean(Ruling.class).mute(rooms.asAdmin(ana, "ops"), List.of(bob.id()), Duration.ofHours(1));
        rooms.leave(rooms.asMember(bob, "ops"));
        assertThat(house.number("SELECT COUNT(*) FROM parted_mute")).isEqualTo(1);
        house.bean(Accounts.class).delete(bob, PASSWORD);
        assertThat(house.number("SELECT COUNT(*) FROM parted_mute")).isZero();
    }

    @Test
    void openInviteLetsItsAddressSignUp() {
        Membership owner = rooms.asAdmin(ana, "ops");
        SignUpInvites door = house.bean(SignUpInvites.class);
        Invites.Created free = house.invites().create(owner, null, Duration.ofHours(1), 1);
        Invites.Created bound = house.invites().create(owner, "carl@example.org", Duration.ofHours(1), 1);
        EmailAddress carl = EmailAddress.of("Carl@example.org");
        EmailAddress eve = EmailAddress.of("eve@example.org");
        assertThat(door.find(free.token(), eve)).isPresent();
        assertThat(door.find(bound.token(), carl)).isPresent();
        assertThat(door.find(bound.token(), eve)).isEmpty();
        assertThat(door.find("A".repeat(43), eve)).isEmpty();
        assertThat(door.find("", eve)).isEmpty();
        house.invites().revoke(owner, free.id());
        assertThat(door.find(free.token(), eve)).isEmpty();
    }

    @Test
    void signingUpByAnInviteAcceptsIt() {
        byInviteOnly();
        Membership owner = rooms.asAdmin(ana, "ops");
        Invites.Created invite = house.invites().create(owner, null, Duration.ofHours(1), 1);
        List<RoomEvent> heard = new CopyOnWriteArrayList<>();
        house.bean(Bus.class).onRoom(owner.room().id(), heard::addAll);

        Actor carl = register("carl@example.org", invite.token());

        assertThat(rooms.asMember(carl, "ops").role()).isEqualTo(Role.MEMBER);
        assertThat(heard)
                .containsExactly(new RoomEvents.MemberJoined(owner.room().id(), carl.id(), "carl"));
        assertThat(house.invites().accept(carl, invite.token()).access()).isEqualTo(Access.MEMBER);
        assertThat(house.invites().entered(carl, invite.token())).isPresent();
        assertThat(house.invites().entered(bob, invite.token())).isEmpty();
        assertThat(house.invites().list(owner)).extracting(Invites.Entry::uses).containsExactly(1);
        assertThat(status(() -> register("dora@example.org", invite.token()))).isEqualTo(403);
        assertThat(house.number("SELECT COUNT(*) FROM account")).isEqualTo(3);
    }

    private void byInviteOnly() {
        house.bean(Administration.class).open(ana, Registration.Mode.INVITE);
    }

    @Test
    void ofManyWhoSignUpByTheLastUseAtOnceOneGetsAnAccount() throws Exception {
        byInviteOnly();
        Membership owner = rooms.asAdmin(ana, "ops");
        String invite =
                house.invites().create(owner, null, Duration.ofHours(1), 1).token();
        List<Callable<Integer>> crowd = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String email = "guest" + i + "@example.org";
            crowd.add(() -> status(() -> register(email, invite)));
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(crowd, 60, TimeUnit.SECONDS)) {
                answers.add(one.get());
            }
        }
        assertThat(answers).containsOnlyOnce(200).isSubsetOf(200, 403, 410);
        assertThat(house.number("SELECT COUNT(*) FROM account")).isEqualTo(3);
        assertThat(house.number("SELECT COUNT(*) FROM session")).isEqualTo(3);
        assertThat(rooms.find(ana, "ops").members()).isEqualTo(2);
    }

    @Test
    void anInviteThatEndsDuringTheSignUpLetsNobodyIn() {
        Membership owner = rooms.asAdmin(ana, "ops");
        Invites.Created invite = house.invites().create(owner, null, Duration.ofHours(1), 1);
        Entrance entrance = house.bean(SignUpInvites.class)
                .find(invite.token(), EmailAddress.of("bob@example.org"))
                .orElseThrow();
        house.invites().revoke(owner, invite.id());
        assertThat(status(() -> house.inTransaction(() -> entrance.pass(bob)))).isEqualTo(410);
        assertThat(rooms.isMember(bob.id(), owner.room().id())).isFalse();
    }
}
