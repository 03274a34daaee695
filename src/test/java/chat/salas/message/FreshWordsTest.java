package chat.salas.message;

import static chat.salas.search.SearchWriter.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.message.MessageEvent.Deleted;
import chat.salas.message.MessageEvent.Edited;
import chat.salas.message.MessageEvent.Posted;
import chat.salas.search.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FreshWordsTest {
    private static final long ROOM = 7;
    private static final int LENGTH = 10;
    private final FreshWords words = new FreshWords(2L * RUN * LENGTH);

    @Test
    void aRunThatWasHeardFromBeginningToEndIsTakenOnce() {
        words.heard(said(ROOM, RUN + 1, 2 * RUN));

        assertThat(words.take(ROOM, RUN))
                .hasSize(RUN)
                .startsWith(new Passage(RUN + 1, text(RUN + 1), 0))
                .endsWith(new Passage(2 * RUN, text(2 * RUN), 0));
        assertThat(words.take(ROOM, RUN)).isNull();
        assertThat(words.held()).isZero();
    }

    @Test
    void aRunWhoseBeginningOrMiddleWasNotHeardIsToBeRead() {
        words.heard(said(ROOM, 2, RUN));
        assertThat(words.take(ROOM, 0)).isNull();

        words.heard(said(ROOM, RUN + 1, RUN + 5));
        words.heard(said(ROOM, RUN + 7, 2 * RUN));
        assertThat(words.take(ROOM, RUN)).isNull();
        assertThat(words.held()).isZero();
    }

    @Test
    void aRunThatIsNotWholeYetIsToBeRead() {
        words.heard(said(ROOM, 1, RUN - 1));
        assertThat(words.take(ROOM, 0)).isNull();
    }

    @Test
    void whatWasEditedOrDeletedBeforeItWasIndexedIsToBeRead() {
        List<MessageEvent> edited = said(ROOM, 1, RUN);
        edited.add(new Edited(message(ROOM, 3, "other"), Set.of()));
        words.heard(edited);
        assertThat(words.take(ROOM, 0)).isNull();

        words.heard(said(ROOM, RUN + 1, 2 * RUN));
        words.heard(List.of(new Deleted(ROOM, "room", RUN + 9, 1)));
        assertThat(words.take(ROOM, RUN)).isNull();
        assertThat(words.held()).isZero();
    }

    @Test
    void theRoomThatWasSilentForLongestIsForgottenFirst() {
        words.heard(said(1, 1, RUN));
        words.heard(said(2, 1, RUN - 1));
        words.heard(said(3, 1, 2));

        assertThat(words.take(1, 0)).isNull();
        words.heard(said(2, RUN, RUN));
        assertThat(words.take(2, 0)).hasSize(RUN);
        assertThat(words.held()).isEqualTo(2 * LENGTH);
    }

    private static List<MessageEvent> said(long room, long first, long last) {
        return new ArrayList<>(LongStream.rangeClosed(first, last)
                .mapToObj(seq -> new Posted(message(room, seq, text(seq))))
                .toList());
    }

    private static String text(long seq) {
        return String.format("%0" + LENGTH + "d", seq);
    }

    private static Message message(long room, long seq, String text) {
        Message.Author author = new Message.Author(1, "Ana");
        return new Message(
                room, "room", seq, UUID.randomUUID(), author, Instant.EPOCH, text, null, null, null, List.of());
    }
}
