package chat.salas.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.database.Checkpoint;
import chat.salas.kernel.Actor;
import chat.salas.message.Clearing.Extent;
import chat.salas.message.Clearing.Receipt;
import chat.salas.room.Endings;
import chat.salas.room.Rooms;
import chat.salas.search.SearchErasure;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is cleared or deleted is gone from every file. */
@Timeout(180)
class ClearingTest {
    private static final int WINDOW = 12;

    private final Talk talk = Talk.open();
    private final Clearing clearing = talk.bean(Clearing.class);
    private final String other = talk.room("Other");
    private final String third = talk.room("Third");

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    /** Fills three rooms in turns, so that their rows lie between each other's; edits and erases some. */
    private void fill(int messages) {
        Random chance = new Random(7);
        List<CompletableFuture<Message>> sent = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            String text = "known words " + "w".repeat(chance.nextInt(300));
            for (String room : List.of(talk.room, other, third)) {
                sent.add(talk.messages().post(talk.ana, room, new Draft(null, text, null)));
            }
            if (i % 50 == 49) {
                sent.forEach(CompletableFuture::join);
                sent.clear();
            }
        }
        sent.forEach(CompletableFuture::join);
        for (int i = 1; i < messages; i += 10) {
            talk.messages().edit(talk.ana, talk.room, i, "other words " + "e".repeat(chance.nextInt(600)));
            talk.messages().react(talk.ana, talk.room, i, "👍", true);
        }
    }

    /** Pieces of what lies on disk of a room, from all over its messages. */
    private Traces traces(String room) {
        long id = talk.bean(Rooms.class).asMember(talk.ana, room).room().id();
        return new Traces(talk.rows("SELECT body FROM message WHERE room_id = ? AND body IS NOT NULL", id), WINDOW);
    }

    private void settle() {
        talk.bean(Checkpoint.class).settle();
    }

    @Test
    void nothingOfAClearedHistoryIsInAnyFile() {
        fill(600);
        Traces gone = traces(talk.room);
        Traces kept = traces(other);
        settle();
        assertThat(gone.foundUnder(talk.data())).isEqualTo(600);
        assertThat(talk.number("SELECT count(*) FROM reaction WHERE room_id = ?", talk.roomId))
                .isEqualTo(60);
        Extent extent = clearing.extent(talk.ana, talk.room);
        assertThat(extent.messages()).isEqualTo(600);
        assertThat(extent.bytes()).isEqualTo(gone.bytes());
        assertThat(extent.members()).isEqualTo(2);

        Receipt receipt = clearing.clear(talk.ana, talk.room);

        assertThat(receipt.messages()).isEqualTo(600);
        assertThat(receipt.bytes()).isEqualTo(extent.bytes());
        assertThat(gone.foundUnder(talk.data())).isZero();
        assertThat(kept.foundUnder(talk.data())).isEqualTo(600);
        assertThat(talk.number("SELECT count(*) FROM reaction WHERE room_id = ?", talk.roomId))
                .isZero();
        assertThat(talk.number("SELECT count(*) FROM authored WHERE room_id = ?", talk.roomId))
                .isZero();
        assertThat(clearing.extent(talk.ana, talk.room).messages()).isZero();
        assertThat(talk.say(talk.rui, "anew").seq()).isEqualTo(601);
        assertThat(clearing.clear(talk.ana, talk.room).messages()).isEqualTo(1);
    }

    @Test
    void nothingOfADeletedRoomIsInAnyFile() {
        fill(300);
        Traces gone = traces(talk.room);
        Traces key = new Traces(talk.rows("SELECT wrapped FROM room_key WHERE room_id = ?", talk.roomId), WINDOW);
        settle();
        assertThat(gone.foundUnder(talk.data())).isEqualTo(300);
        assertThat(key.foundUnder(talk.data())).isEqualTo(1);

        Receipt receipt = clearing.delete(talk.ana, talk.room);

        assertThat(receipt.messages()).isEqualTo(300);
        assertThat(receipt.members()).isEqualTo(2);
        assertThat(receipt.room()).isEqualTo("Ops");
        assertThat(gone.foundUnder(talk.data())).isZero();
        assertThat(key.foundUnder(talk.data())).isZero();
        for (String table : List.of("message", "reaction", "authored", "membership", "invite", "room_key")) {
            assertThat(talk.number("SELECT count(*) FROM " + table + " WHERE room_id = ?", talk.roomId))
                    .as(table)
                    .isZero();
        }
        assertThat(talk.number("SELECT count(*) FROM room WHERE id = ?", talk.roomId))
                .isZero();
    }

    @Test
    void clearingWhatIsEmptyDoesNotWriteTheDatabaseAnew() {
        talk.say(talk.ana, "a word");
        long before = rewrites();
        clearing.clear(talk.ana, talk.room);
        assertThat(rewrites()).isEqualTo(before + 1);
        clearing.clear(talk.ana, talk.room);
        clearing.clear(talk.ana, other);
        assertThat(rewrites()).isEqualTo(before + 1);
        clearing.delete(talk.ana, other);
        assertThat(rewrites()).as("its key was erased").isEqualTo(before + 2);
    }

    /** SQLite counts them with the changes of the schema. */
    private long rewrites() {
        return talk.number("PRAGMA schema_version");
    }

    @Test
    void whatACrashInterruptedGoesOnAtTheNextStart() {
        fill(100);
        Traces cleared = traces(talk.room);
        Traces deleted = traces(other);
        Endings endings = talk.bean(Endings.class);
        Rooms rooms = talk.bean(Rooms.class);
        endings.clear(rooms.asAdmin(talk.ana, talk.room));
        endings.delete(rooms.asAdmin(talk.ana, other));
        settle();
        assertThat(cleared.foundUnder(talk.data())).isEqualTo(100);
        assertThat(deleted.foundUnder(talk.data())).isEqualTo(100);
        assertThat(talk.messages().history(talk.ana, talk.room, null, null, 50).messages())
                .isEmpty();

        talk.bean(Upkeep.class).run();

        assertThat(cleared.foundUnder(talk.data())).isZero();
        assertThat(deleted.foundUnder(talk.data())).isZero();
        assertThat(talk.number("SELECT count(*) FROM room WHERE deleted_at IS NOT NULL"))
                .isZero();
    }

    @Test
    void whatCouldNotBeTakenOutOfTheFilesIsTakenOutByTheNextUpkeep() {
        fill(100);
        Traces gone = traces(talk.room);
        settle();
        long upTo = talk.bean(Endings.class).clear(talk.bean(Rooms.class).asAdmin(talk.ana, talk.room));
        assertThat(talk.bean(Eraser.class).erase(talk.roomId, upTo).messages()).isEqualTo(100);
        assertThat(gone.foundUnder(talk.data())).isPositive();

        talk.bean(Upkeep.class).run();

        assertThat(gone.foundUnder(talk.data())).isZero();
        long before = rewrites();
        talk.bean(Upkeep.class).run();
        assertThat(rewrites()).as("there was nothing to do").isEqualTo(before);
    }

    @Test
    void whatACrashLeftInTheFilesIsTakenOutByTheNextStartAndAStartWithoutThatRewritesNothing() {
        fill(100);
        Traces gone = traces(talk.room);
        settle();
        long before = rewrites();
        restarted().settleAll();
        assertThat(rewrites()).isEqualTo(before);
        long upTo = talk.bean(Endings.class).clear(talk.bean(Rooms.class).asAdmin(talk.ana, talk.room));
        talk.bean(Eraser.class).erase(talk.roomId, upTo);
        assertThat(gone.foundUnder(talk.data())).isPositive();

        restarted().settleAll();

        assertThat(gone.foundUnder(talk.data())).isZero();
        long after = rewrites();
        restarted().settleAll();
        assertThat(rewrites()).isEqualTo(after);
    }

    /** One that remembers nothing. */
    @SuppressWarnings("unchecked")
    private Eraser restarted() {
        return new Eraser(
                talk.bean(TransactionOperations.class), talk.bean(Checkpoint.class), talk.bean(SearchErasure.class));
    }

    @Test
    void whoeverClearsWhatIsHiddenAndNotYetErasedGetsNoAnswerBeforeItIs() {
        fill(100);
        Traces gone = traces(talk.room);
        talk.bean(Endings.class).clear(talk.bean(Rooms.class).asAdmin(talk.ana, talk.room));
        settle();
        assertThat(gone.foundUnder(talk.data())).isEqualTo(100);

        assertThat(clearing.clear(talk.ana, talk.room).messages()).isEqualTo(100);

        assertThat(gone.foundUnder(talk.data())).isZero();
        assertThat(talk.number("SELECT count(*) FROM audit WHERE scope = ? AND action = 'room.cleared'", talk.roomId))
                .isEqualTo(1);
    }

    @Test
    void othersWriteWhileALongHistoryIsErased() throws Exception {
        fill(1_500);
        AtomicBoolean done = new AtomicBoolean();
        Thread eraser = Thread.startVirtualThread(() -> {
            clearing.clear(talk.ana, talk.room);
            done.set(true);
        });
        int said = 0;
        while (!done.get() || said == 0) {
            talk.messages().send(talk.ana, other, new Draft(null, "meanwhile", null));
            said++;
        }
        eraser.join();
        assertThat(said).isGreaterThan(1);
        assertThat(talk.number("SELECT count(*) FROM message WHERE room_id = ?", talk.roomId))
                .isZero();
    }

    @Test
    void onlyAdminsClearAndOnlyTheOwnerDeletes() {
        Actor stranger = talk.person("Stranger");
        assertThat(Talk.status(() -> clearing.clear(talk.rui, talk.room))).isEqualTo(403);
        assertThat(Talk.status(() -> clearing.extent(talk.rui, talk.room))).isEqualTo(403);
        assertThat(Talk.status(() -> clearing.delete(talk.rui, talk.room))).isEqualTo(403);
        assertThat(Talk.status(() -> clearing.delete(stranger, talk.room))).isEqualTo(403);
    }
}
