package chat.salas.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.live.Presence;
import chat.salas.live.Presence.PresenceChanged;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents.MemberPresence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomPresenceTest {
    private House house;
    private Bus bus;
    private Actor ana;
    private long ops;
    private final List<RoomEvent> heard = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        house = House.open();
        bus = house.bean(Bus.class);
        ana = house.person("Ana");
        ops = house.rooms().create(ana, NewRoom.named("Ops")).room().id();
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    private void tell() {
        house.bean(RoomPresence.class).tell();
    }

    @Test
    void roomHearsThatAMemberCame() throws InterruptedException {
        bus.onRoom(ops, heard::addAll);
        house.bean(Presence.class).connect(ana.id());
        for (int i = 0; i < 100 && heard.isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(heard).containsExactly(new MemberPresence(ops, ana.id(), true));
        assertThat(house.rooms().members(house.rooms().asMember(ana, "ops")))
                .extracting(Member::online)
                .containsExactly(true);
    }

    @Test
    void otherRoomsAndLargeRoomsHearNothing() {
        Actor bob = house.person("Bob");
        long other = house.rooms().create(bob, NewRoom.named("Other")).room().id();
        long large = house.rooms().create(ana, NewRoom.named("Large")).room().id();
        for (int i = 0; i < RoomPresence.MOST_MEMBERS; i++) {
            house.sql(
                    "INSERT INTO membership (room_id, account_id, role, joined_at) VALUES (?, ?, 'MEMBER', 0)",
                    large,
                    house.person("P" + i).id());
        }
        assertThat(house.rooms().find(ana, "large").members()).isEqualTo(101);
        for (long room : List.of(ops, other, large)) {
            bus.onRoom(room, heard::addAll);
        }
        bus.publish(new PresenceChanged(ana.id(), true));
        tell();
        assertThat(heard).containsExactly(new MemberPresence(ops, ana.id(), true));
    }

    @Test
    void whoJoinsAnotherRoomIsHeardThereFromThenOn() {
        Actor bob = house.person("Bob");
        bus.onRoom(ops, heard::addAll);
        bus.publish(new PresenceChanged(bob.id(), true));
        tell();
        assertThat(heard).isEmpty();
        house.join(ana, "ops", bob);
        heard.clear();
        bus.publish(new PresenceChanged(bob.id(), false));
        tell();
        assertThat(heard).containsExactly(new MemberPresence(ops, bob.id(), false));
    }

    @Test
    void comingAndGoingAsksTheDatabaseOnceAndNotAtAllWhereNobodyListens() {
        AtomicInteger asked = new AtomicInteger();
        RoomPresence presence = new RoomPresence(
                (accountId, most) -> {
                    asked.incrementAndGet();
                    return List.of(ops);
                },
                bus);
        bus.publish(new PresenceChanged(7, true));
        presence.tell();
        assertThat(asked).hasValue(0);
        bus.onRoom(ops, heard::addAll);
        for (int i = 0; i < 1_000; i++) {
            bus.publish(new PresenceChanged(7, i % 2 == 0));
            presence.tell();
        }
        presence.stop();
        assertThat(asked).hasValue(1);
        assertThat(heard).filteredOn(new MemberPresence(ops, 7, false)::equals).hasSize(500);
    }

    @Test
    void whoCameAndWentWithinAMomentIsToldAsGone() {
        bus.onRoom(ops, heard::addAll);
        bus.publish(new PresenceChanged(ana.id(), true));
        bus.publish(new PresenceChanged(ana.id(), false));
        tell();
        assertThat(heard).last().isEqualTo(new MemberPresence(ops, ana.id(), false));
    }
}
