package chat.salas.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.account.Administration;
import chat.salas.account.PersonAct;
import chat.salas.audit.AuditEntry;
import chat.salas.audit.AuditFilter;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.CensusQuery.Kind;
import chat.salas.room.CensusQuery.Sort;
import chat.salas.room.RoomEvents.RoleChanged;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RoomCensusTest {
    private final House house = House.open();
    private final RoomCensus census = house.bean(RoomCensus.class);
    private final Rescue rescue = house.bean(Rescue.class);
    private final Actor root = house.person("Root");
    private final Actor ana = house.person("Ana");
    private final Actor ben = house.person("Ben");
    private String ops = "";

    @BeforeEach
    void twoRooms() {
        house.sql("UPDATE account SET administrator = 1 WHERE id = ?", root.id());
        house.sql("UPDATE account SET name_folded = lower(display_name)");
        ops = make(ana, "Öps", true);
        make(ben, "Board", false);
        house.join(ana, ops, ben);
    }

    private String make(Actor owner, String name, boolean listed) {
        return house.rooms()
                .create(owner, new NewRoom(name, "", Encryption.AT_REST, listed, null, null, null, null, null, null))
                .room()
                .slug();
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    private List<String> names(CensusQuery query) {
        return census.page(root, query, 0, 100).stream().map(CensusRow::name).toList();
    }

    private long room() {
        return house.rooms().find(ana, ops).room().id();
    }

    @Test
    void administratorsSeeHowManyAndWhoseRoomsAre() {
        house.sql(
                "INSERT INTO authored (room_id, account_id, messages, bytes) VALUES (?, ?, 3, 300)", room(), ana.id());
        house.sql("INSERT INTO authored (room_id, account_id, messages, bytes) VALUES (?, ?, 4, 50)", room(), ben.id());
        CensusRow row = census.page(root, new CensusQuery("ops", Kind.ALL, Sort.NAME, false), 0, 10)
                .getFirst();
        assertThat(row.name()).isEqualTo("Öps");
        assertThat(row.members()).isEqualTo(2);
        assertThat(row.messages()).isEqualTo(7);
        assertThat(row.bytes()).isEqualTo(350);
        assertThat(row.owner()).isEqualTo("Ana");
        assertThat(row.listed()).isTrue();
        assertThat(row.orphaned()).isFalse();
        assertThat(names(new CensusQuery("", Kind.ALL, Sort.STORAGE, true))).containsExactly("Öps", "Board");
        assertThat(names(new CensusQuery("", Kind.UNLISTED, Sort.NAME, false))).containsExactly("Board");
        assertThat(names(new CensusQuery("BEN", Kind.ALL, Sort.NAME, false))).containsExactly("Board");
        for (Sort sort : Sort.values()) {
            assertThat(names(new CensusQuery("", Kind.ALL, sort, false))).hasSize(2);
        }
        assertThat(census.count(root, CensusQuery.ALL)).isEqualTo(2);
        assertThat(census.page(root, CensusQuery.ALL, 1, 5))
                .extracting(CensusRow::name)
                .containsExactly("Öps");
    }

    @Test
    void othersSeeNothing() {
        assertThatThrownBy(() -> census.page(ana, CensusQuery.ALL, 0, 1)).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> census.count(ana, CensusQuery.ALL)).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> rescue.heirs(ana, 1, "")).isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> rescue.handOver(ana, room(), ben.id())).isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void anOrphanedRoomIsGivenToAMember() {
        Actor cleo = house.person("Cleo");
        house.join(ana, ops, cleo);
        house.sql(
                "UPDATE membership SET muted_until = 9999999999999 WHERE account_id = ? AND room_id = ?",
                ben.id(),
                room());
        house.bean(Administration.class).act(root, PersonAct.DISABLE, List.of(ana.id(), cleo.id()));
        assertThat(names(new CensusQuery("", Kind.ORPHANED, Sort.NAME, false))).containsExactly("Öps");
        assertThat(rescue.heirs(root, room(), "")).extracting(Heir::displayName).containsExactly("Ben");
        assertThat(House.status(() -> rescue.handOver(root, room(), cleo.id()))).isEqualTo(409);
        List<RoomEvent> heard = new CopyOnWriteArrayList<>();
        long room = room();
        house.bean(Bus.class).onRoom(room, heard::addAll);

        rescue.handOver(root, room, ben.id());

        assertThat(house.rooms().asMember(ben, ops).role()).isEqualTo(Role.OWNER);
        assertThat(house.rooms().asMember(ana, ops).role()).isEqualTo(Role.MEMBER);
        assertThat(heard)
                .contains(new RoleChanged(room, ana.id(), Role.MEMBER), new RoleChanged(room, ben.id(), Role.OWNER));
        assertThat(census.count(root, new CensusQuery("", Kind.ORPHANED, Sort.NAME, false)))
                .isZero();
        assertThat(house.bean(RoomAudit.class)
                        .of(house.rooms().asAdmin(ben, ops))
                        .page(AuditFilter.ALL, 0, 1))
                .extracting(AuditEntry::action)
                .containsExactly("room.rescued");
        assertThat(house.bean(Administration.class).audit(root).page(AuditFilter.ALL, 0, 1))
                .extracting(AuditEntry::action)
                .containsExactly("room.rescued");
        assertThat(House.status(() -> rescue.handOver(root, room, ana.id()))).isEqualTo(409);
    }

    @Test
    void aRoomWithAnOwnerWhoCanSignInIsNotGivenAway() {
        assertThatThrownBy(() -> rescue.handOver(root, room(), ben.id())).isInstanceOf(NotOrphaned.class);
        assertThat(house.rooms().asMember(ana, ops).role()).isEqualTo(Role.OWNER);
    }

    @Test
    void itIsGivenToNoStrangerAndToNoAdministratorFromOutside() {
        house.bean(Administration.class).act(root, PersonAct.DISABLE, List.of(ana.id()));
        assertThat(House.status(() -> rescue.handOver(root, room(), root.id()))).isEqualTo(404);
        assertThat(House.status(() -> rescue.handOver(root, 1, ben.id()))).isEqualTo(404);
        assertThat(House.status(() -> house.rooms().asMember(root, ops))).isEqualTo(403);
    }

    @Test
    void theAuditOfARoomIsForThoseWhoAdministerIt() {
        Membership member = house.rooms().asMember(ben, ops);
        assertThatThrownBy(() -> house.bean(RoomAudit.class).of(member)).isInstanceOf(Problem.Forbidden.class);
    }
}
