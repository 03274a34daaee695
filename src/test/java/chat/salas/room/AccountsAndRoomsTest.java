package chat.salas.room;

import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.EmailAddress;
import chat.salas.account.SignUpInvites;
import chat.salas.account.SignedIn;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditEntry;
import chat.salas.audit.AuditFilter;
import chat.salas.kernel.Actor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
        house = House.open();
        rooms = house.rooms();
        ana = register("ana@example.org");
        bob = register("bob@example.org");
        rooms.create(ana, NewRoom.named("Ops"));
    }

    private Actor register(String email) {
        SignedIn signedIn = house.bean(Accounts.class).register(email, PASSWORD, null, new Device("test", "127.0.0.1"));
        return signedIn.actor();
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
        assertThat(door.admits(free.token(), eve)).isTrue();
        assertThat(door.admits(bound.token(), carl)).isTrue();
        assertThat(door.admits(bound.token(), eve)).isFalse();
        assertThat(door.admits("A".repeat(43), eve)).isFalse();
        assertThat(door.admits("", eve)).isFalse();
        house.invites().revoke(owner, free.id());
        assertThat(door.admits(free.token(), eve)).isFalse();
    }
}
