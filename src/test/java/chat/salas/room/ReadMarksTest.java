package chat.salas.room;

import static chat.salas.room.House.status;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadMarksTest {
    private House house;
    private Rooms rooms;
    private ReadMarks marks;
    private Actor ana;
    private Membership membership;

    @BeforeEach
    void open() {
        house = House.open();
        rooms = house.rooms();
        marks = house.bean(ReadMarks.class);
        ana = house.person("Ana");
        rooms.create(ana, NewRoom.named("Ops"));
        membership = rooms.asMember(ana, "ops");
        said(10);
    }

    @AfterEach
    void close() throws IOException {
        house.closeAndDelete();
    }

    private void said(int messages) {
        house.sql("UPDATE room SET last_seq = ?", messages);
    }

    private long stored() {
        return house.number("SELECT read_seq FROM membership");
    }

    @Test
    void markIsSeenAtOnceAndStoredSoon() throws InterruptedException {
        assertThat(marks.lastRead(membership)).isZero();
        assertThat(rooms.find(ana, "ops").unread()).isEqualTo(10);
        marks.read(membership, 4);
        assertThat(marks.lastRead(membership)).isEqualTo(4);
        assertThat(rooms.find(ana, "ops").lastReadSeq()).isEqualTo(4);
        assertThat(rooms.mine(ana)).extracting(RoomView::unread).containsExactly(6L);
        assertThat(rooms.directory(ana, "", 0, 1).items())
                .extracting(RoomView::lastReadSeq)
                .containsExactly(4L);
        for (int i = 0; i < 100 && stored() != 4; i++) {
            Thread.sleep(50);
        }
        assertThat(stored()).isEqualTo(4);
        marks.flush();
        marks.flush();
        assertThat(marks.pending(membership.room().id(), ana.id())).isZero();
        assertThat(marks.lastRead(membership)).isEqualTo(4);
    }

    @Test
    void markNeverMovesBackwards() {
        marks.read(membership, 7);
        marks.read(membership, 3);
        assertThat(marks.lastRead(membership)).isEqualTo(7);
        marks.flush();
        marks.flush();
        marks.read(membership, 3);
        marks.flush();
        assertThat(marks.lastRead(membership)).isEqualTo(7);
        assertThat(stored()).isEqualTo(7);
    }

    @Test
    void markIsCutToTheNewestMessage() {
        marks.read(membership, Long.MAX_VALUE);
        assertThat(marks.lastRead(membership)).isEqualTo(10);
        assertThat(status(() -> marks.read(membership, -1))).isEqualTo(422);
    }

    @Test
    void movesArePublishedAndNothingElse() {
        List<AccountEvent> heard = Collections.synchronizedList(new ArrayList<>());
        house.bean(Bus.class).onAccount(ana.id(), heard::add);
        marks.read(membership, 2);
        marks.read(membership, 2);
        marks.read(membership, 0);
        marks.read(membership, 99);
        marks.read(membership, 50);
        long room = membership.room().id();
        assertThat(heard)
                .containsExactly(
                        new RoomEvents.ReadMoved(ana.id(), room, 2), new RoomEvents.ReadMoved(ana.id(), room, 10));
    }

    @Test
    void marksOfManyAtOnceEndAtTheGreatest() {
        said(2_000);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 2_000; i++) {
                long seq = i;
                threads.submit(() -> marks.read(membership, seq));
            }
        }
        assertThat(marks.lastRead(membership)).isEqualTo(2_000);
        marks.flush();
        assertThat(stored()).isEqualTo(2_000);
    }

    @Test
    void markThatCannotBeWrittenWaitsUntilItCan() {
        house.sql("CREATE TRIGGER full BEFORE UPDATE OF read_seq ON membership BEGIN SELECT RAISE(ABORT, 'full'); END");
        marks.read(membership, 6);
        marks.flush();
        marks.flush();
        assertThat(stored()).isZero();
        assertThat(marks.lastRead(membership)).isEqualTo(6);
        house.sql("DROP TRIGGER full");
        marks.flush();
        assertThat(stored()).isEqualTo(6);
    }

    @Test
    void markOfSomebodyWhoLeftIsDropped() {
        Actor bob = house.person("Bob");
        Membership guest = house.join(ana, "ops", bob);
        marks.read(guest, 5);
        rooms.leave(guest);
        marks.flush();
        assertThat(house.number("SELECT COUNT(*) FROM membership")).isEqualTo(1);
        assertThat(rooms.find(bob, "ops").lastReadSeq()).isZero();
    }

    @Test
    void lastIntervalIsWrittenWhenTheServerStops(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Actor eve;
        try (House first = House.at(data, Map.of())) {
            eve = first.person("Eve");
            first.rooms().create(eve, NewRoom.named("Ops"));
            first.sql("UPDATE room SET last_seq = 9");
            first.bean(ReadMarks.class).read(first.rooms().asMember(eve, "ops"), 8);
        }
        try (House second = House.at(data, Map.of())) {
            assertThat(second.rooms().find(eve, "ops").lastReadSeq()).isEqualTo(8);
        }
    }
}
