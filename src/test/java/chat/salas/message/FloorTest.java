package chat.salas.message;

import static chat.salas.message.Talk.seqs;
import static chat.salas.message.Talk.status;
import static chat.salas.message.Talk.to;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.message.Messages.Delivery;
import chat.salas.room.RoomSettings;
import chat.salas.room.Rooms;
import chat.salas.room.SettingsChange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever came later into a room that does not show its history to newcomers sees nothing of it, however they ask. */
@Timeout(60)
class FloorTest {
    private final Talk talk = Talk.open();
    private final Messages messages = talk.messages();
    private final Actor late = talk.person("Late");

    @BeforeEach
    void comesLate() {
        talk.bean(RoomSettings.class)
                .change(
                        talk.ana,
                        talk.room,
                        new SettingsChange(null, null, null, null, null, null, null, null, null, false));
        for (int i = 1; i <= 5; i++) {
            talk.say(talk.ana, "before " + i);
        }
        talk.admit(talk.room, late);
        talk.say(talk.ana, "after 6");
        talk.say(late, "after 7");
        assertThat(seqs(messages.history(talk.rui, talk.room, null, null, 50).messages()))
                .isEqualTo(to(1, 7));
    }

    @AfterEach
    void close() throws IOException {
        talk.close();
    }

    @Test
    void pagesBeginAfterTheFloorInEveryDirection() {
        assertThat(messages.history(late, talk.room, null, null, 50).messages()).hasSize(2);
        assertThat(messages.history(late, talk.room, null, null, 50).hasMore()).isFalse();
        assertThat(messages.history(late, talk.room, 6L, null, 50).messages()).isEmpty();
        assertThat(seqs(messages.history(late, talk.room, null, 0L, 50).messages()))
                .isEqualTo(to(6, 7));
        assertThat(seqs(messages.around(late, talk.room, 3, 50).messages())).isEqualTo(to(6, 7));
        assertThat(seqs(messages.around(late, talk.room, 6, 2).messages())).isEqualTo(to(6, 7));
    }

    @Test
    void oneMessageBelowTheFloorIsNoneForReadingQuotingErasingAndReacting() {
        assertThat(status(() -> messages.get(late, talk.room, 5))).isEqualTo(404);
        assertThat(status(() -> messages.send(late, talk.room, new Draft(null, "re", 5L))))
                .isEqualTo(422);
        assertThat(status(() -> messages.react(late, talk.room, 5, "👍", true))).isEqualTo(404);
        assertThat(status(() -> messages.delete(late, talk.room, 5))).isEqualTo(404);
        assertThat(status(() -> messages.edit(late, talk.room, 5, "mine?"))).isEqualTo(404);
        assertThat(status(() -> messages.react(late, talk.room, 6, "👍", true))).isEqualTo(200);
    }

    @Test
    void aStreamResumesAboveTheFloorAndTellsNothingOfWhatIsBelow() throws InterruptedException {
        List<Long> missed = new CopyOnWriteArrayList<>();
        List<RoomEvent> live = new CopyOnWriteArrayList<>();
        Bus.Subscription stream = messages.join(late, talk.room, 0L, delivery -> {
            switch (delivery) {
                case Delivery.Missed page -> missed.addAll(seqs(page.messages()));
                case Delivery.Live now -> live.addAll(now.events());
                default -> {}
            }
        });
        Talk.until(() -> missed.size() == 2);
        messages.edit(talk.ana, talk.room, 2, "what a newcomer shall not read");
        messages.react(talk.rui, talk.room, 2, "👍", true);
        messages.delete(talk.ana, talk.room, 3);
        messages.edit(talk.ana, talk.room, 6, "what a newcomer may read");
        Talk.until(() -> !live.isEmpty());
        stream.close();
        assertThat(missed).isEqualTo(to(6, 7));
        assertThat(live).singleElement().isInstanceOfSatisfying(MessageEvent.Edited.class, edited -> assertThat(
                        edited.seq())
                .isEqualTo(6));
    }

    @Test
    void unreadCountsFromTheFloor() {
        Rooms rooms = talk.bean(Rooms.class);
        assertThat(rooms.find(late, talk.room).unread()).isEqualTo(2);
        assertThat(rooms.find(talk.rui, talk.room).unread()).isEqualTo(7);
    }
}
