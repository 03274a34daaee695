package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.room.Endings;
import chat.salas.room.RoomEvents.HistoryTrimmed;
import chat.salas.room.RoomSettings;
import chat.salas.room.Rooms;
import chat.salas.room.SettingsChange;
import chat.salas.vault.KeyRing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RetentionTest {
    private final Talk talk = Talk.open();
    private final Retention retention = talk.bean(Retention.class);
    private final String forEver = talk.room("For ever");

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    /** Ten messages, of which the first six are forty days old. */
    @BeforeEach
    void fill() {
        for (String room : List.of(talk.room, forEver)) {
            for (int i = 1; i <= 10; i++) {
                talk.messages().send(talk.ana, room, new Draft(null, "message " + i, null));
            }
        }
        long old = Instant.now().minus(Duration.ofDays(40)).toEpochMilli();
        assertThat(talk.sql("UPDATE message SET created_at = ? WHERE seq <= 6", old))
                .isEqualTo(12);
    }

    private void keep(int days) {
        keep(talk.room, days);
    }

    private void keep(String room, int days) {
        talk.bean(RoomSettings.class)
                .change(talk.ana, room, new SettingsChange(null, null, null, null, null, null, null, null, days, null));
    }

    private List<Long> left(String room) {
        return Talk.seqs(talk.messages().history(talk.ana, room, null, null, 50).messages());
    }

    @Test
    void aDryRunTellsWhatWouldGoAndTakesNothing() {
        long bytes = talk.number("SELECT sum(length(body)) FROM message WHERE room_id = ? AND seq <= 6", talk.roomId);
        assertThat(retention.wouldErase(talk.ana, talk.room, 30)).isEqualTo(new Retention.Excess(6, bytes));
        assertThat(retention.wouldErase(talk.ana, talk.room, 50)).isEqualTo(new Retention.Excess(0, 0));
        assertThat(retention.wouldErase(talk.ana, talk.room, 0)).isEqualTo(new Retention.Excess(0, 0));
        assertThat(left(talk.room)).hasSize(10);
    }

    @Test
    void whatIsTooOldIsErasedAndToldWhereARoomDoesNotKeepItForEver() {
        List<RoomEvent> heard = new CopyOnWriteArrayList<>();
        keep(30);
        talk.bean(Bus.class).onRoom(talk.roomId, heard::addAll);
        assertThat(left(talk.room)).hasSize(10);

        talk.bean(Upkeep.class).run();

        assertThat(left(talk.room)).isEqualTo(Talk.to(7, 10));
        assertThat(left(forEver)).hasSize(10);
        assertThat(heard).containsExactly(new HistoryTrimmed(talk.roomId, 6));
        assertThat(talk.number("SELECT count(*) FROM message WHERE room_id = ?", talk.roomId))
                .isEqualTo(4);
        assertThat(talk.number("SELECT sum(messages) FROM authored WHERE room_id = ?", talk.roomId))
                .isEqualTo(4);
        assertThat(talk.bean(Rooms.class).find(talk.rui, talk.room).unread()).isEqualTo(4);
        assertThat(talk.number("SELECT count(*) FROM audit WHERE scope = ? AND action = 'room.retention'", talk.roomId))
                .isEqualTo(1);

        talk.bean(Upkeep.class).run();
        assertThat(heard).hasSize(1);
    }

    @Test
    void aRoomThatIsToldToKeepThingsLongerWhileARunIsOnItsWayKeepsThem() {
        keep(30);
        Endings.Keeping seen = talk.bean(Endings.class).keeping().getFirst();
        keep(0);
        assertThat(retention.trim(seen)).isEqualTo(Tally.NOTHING);
        assertThat(left(talk.room)).hasSize(10);
        keep(30);
        assertThat(retention.trim(seen).messages()).isEqualTo(6);
    }

    @Test
    void aDamagedKeyKeepsNoOtherRoomFromBeingTrimmed() {
        keep(30);
        keep(forEver, 30);
        assertThat(talk.sql("UPDATE room_key SET wrapped = zeroblob(length(wrapped)) WHERE room_id = ?", talk.roomId))
                .isEqualTo(1);
        talk.bean(KeyRing.class).forget(talk.roomId);

        assertThat(retention.run().messages()).isEqualTo(6);

        assertThat(talk.number("SELECT count(*) FROM message WHERE room_id = ?", talk.roomId))
                .as("nothing is erased without a record")
                .isEqualTo(10);
        assertThat(left(forEver)).isEqualTo(Talk.to(7, 10));
    }

    @Test
    void nothingYoungGoesWithWhatIsOld() {
        talk.sql("UPDATE message SET created_at = ? WHERE room_id = ? AND seq = 9", 0, talk.roomId);
        keep(30);
        talk.bean(Upkeep.class).run();
        assertThat(left(talk.room)).isEqualTo(Talk.to(7, 10));
    }
}
