package chat.salas.room;

import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.vault.CannotOpen;
import chat.salas.vault.KeyRing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of acts whose room has no key. */
class PensTest {
    private House house;
    private Actor ana;
    private Membership owner;

    @BeforeEach
    void open() {
        house = House.open();
        ana = house.person("Ana");
        house.rooms().create(ana, NewRoom.named("Ops"));
        owner = house.rooms().asAdmin(ana, "ops");
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    private List<ThrowingCallable> acts() {
        Invites invites = house.invites();
        return List.of(
                () -> house.bean(Pens.class).room(owner.room().id()),
                () -> invites.create(owner, null, Duration.ofHours(1), 1),
                () -> invites.revoke(owner, 1),
                () -> house.bean(Decisions.class).decide(owner, List.of(1L), true),
                () -> house.bean(Endings.class).clear(owner),
                () -> house.bean(Ruling.class).remove(owner, List.of(1L)),
                () -> house.bean(Reasons.class)
                        .seal(new BanRow(1, owner.room().id(), 1, 0, null, 1, null, null), "noise"),
                () -> house.bean(RequestBook.class).draft(owner.room().id(), 1, "Let me in"),
                () -> house.bean(RoomAudit.class)
                        .record(owner, AuditAction.ROOM_EXPORTED, AuditLog.NOBODY, AuditDetail.NONE));
    }

    @Test
    void aRoomThatWasDeletedInBetweenIsNotFound() {
        house.bean(Endings.class).delete(owner);
        house.bean(Endings.class).bury(owner.room().id());
        assertThat(acts()).allSatisfy(act -> assertThat(status(act)).isEqualTo(404));
    }

    @Test
    void aRoomThatIsThereAndHasLostItsKeyIsAFault() {
        house.sql("DELETE FROM room_key");
        house.bean(KeyRing.class).forget(owner.room().id());
        assertThat(acts()).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(CannotOpen.class));
    }

    @Test
    void whoeverIsNoAdminAnyMoreWritesNoRecordOfWhatTheyAreAboutToDo() {
        house.sql("UPDATE membership SET role = 'MEMBER'");
        assertThat(status(acts().getLast())).isEqualTo(403);
        assertThat(house.number("SELECT COUNT(*) FROM audit WHERE scope <> 0")).isZero();
    }
}
