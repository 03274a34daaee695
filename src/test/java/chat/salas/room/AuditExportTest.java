package chat.salas.room;

import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.account.Administration;
import chat.salas.account.PersonAct;
import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditFilter;
import chat.salas.audit.AuditFormat;
import chat.salas.audit.AuditLog;
import chat.salas.audit.AuditTrail;
import chat.salas.audit.Pen;
import chat.salas.kernel.Actor;
import io.micronaut.transaction.TransactionOperations;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who loses the right to read an audit while taking it along gets no further page of it. */
class AuditExportTest {
    private static final int RECORDS = 1_200;
    private static final int A_PAGE = 500;

    private House house;
    private Actor ana;
    private Actor ada;

    @BeforeEach
    void open() {
        house = House.open();
        ana = house.person("Ana");
        ada = house.person("Ada");
    }

    @AfterEach
    void close() throws Exception {
        house.closeAndDelete();
    }

    @Test
    void aRoomsExportBreaksOffWhenItsAdminIsOneNoMore() {
        Rooms rooms = house.rooms();
        long room = rooms.create(ana, NewRoom.named("Ops")).room().id();
        house.join(ana, "ops", ada);
        Ruling ruling = house.bean(Ruling.class);
        ruling.changeRole(rooms.asMember(ana, "ops"), List.of(ada.id()), Role.ADMIN)
                .orThrow();
        write(house.bean(AuditLog.class).room(room, RECORDS));
        breaksOff(() -> house.bean(RoomAudit.class).of(rooms.asAdmin(ada, "ops")), () -> ruling.changeRole(
                        rooms.asMember(ana, "ops"), List.of(ada.id()), Role.MEMBER)
                .orThrow());
    }

    @Test
    void theInstancesExportBreaksOffWhenItsAdministratorIsOneNoMore() {
        house.sql("UPDATE account SET administrator = 1");
        Administration administration = house.bean(Administration.class);
        write(house.bean(AuditLog.class).instance());
        breaksOff(() -> administration.audit(ada), () -> assertThat(administration
                        .act(ana, PersonAct.DISMISS, List.of(ada.id()))
                        .done())
                .isOne());
    }

    private static void breaksOff(Supplier<AuditTrail> trail, Runnable cut) {
        Lines whole = new Lines(() -> {});
        assertThat(status(() -> AuditTrail.export(trail, AuditFilter.ALL, AuditFormat.NDJSON, whole)))
                .isEqualTo(200);
        assertThat(whole.count).as("premise: several pages").isGreaterThan(2 * A_PAGE);
        Lines broken = new Lines(cut);
        assertThat(status(() -> AuditTrail.export(trail, AuditFilter.ALL, AuditFormat.NDJSON, broken)))
                .isEqualTo(403);
        assertThat(broken.count).isEqualTo(A_PAGE);
    }

    @SuppressWarnings("unchecked")
    private void write(Pen pen) {
        TransactionOperations<Object> transactions = house.bean(TransactionOperations.class);
        transactions.executeWrite(_ -> {
            for (int i = 0; i < RECORDS; i++) {
                pen.write(ana.id(), AuditAction.MEMBER_MUTED, AuditLog.NOBODY, AuditDetail.NONE);
            }
            return true;
        });
    }

    /** Counts lines, and does something at the first. */
    private static final class Lines extends OutputStream {
        private final Runnable atTheFirst;
        private int count;

        Lines(Runnable atTheFirst) {
            this.atTheFirst = atTheFirst;
        }

        @Override
        public void write(int character) {
            if (character == '\n' && count++ == 0) {
                atTheFirst.run();
            }
        }
    }
}
