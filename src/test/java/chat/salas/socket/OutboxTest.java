package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private final MockTicker clock = Ticker.newMockTicker();
    private final EmbeddedChannel channel =
            EmbeddedChannel.builder().ticker(clock).build();
    private final Outbox outbox = new Outbox(channel.eventLoop());
    private final List<String> written = new ArrayList<>();

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void whatARoomTellsIsWrittenAtOnceWhenThereWasNothingBefore() {
        outbox.addLive(telling("hello", 0));
        channel.runPendingTasks();
        assertThat(written).containsExactly("hello");
    }

    @Test
    void aLoopThatWasBusyTellingGathersWhatIsSaidNextForFourTimesAsLong() {
        tellFirst(5);
        outbox.addLive(telling("second", 0));
        outbox.addLive(telling("third", 0));
        after(19);
        assertThat(written).containsExactly("first");
        after(1);
        assertThat(written).containsExactly("first", "second", "third");
    }

    @Test
    void aLoopRestsForFiftyMillisecondsAtMost() {
        tellFirst(10_000);
        outbox.addLive(telling("second", 0));
        after(49);
        assertThat(written).containsExactly("first");
        after(1);
        assertThat(written).containsExactly("first", "second");
    }

    @Test
    void anAnswerNeverWaitsForALoopThatRests() {
        tellFirst(5);
        outbox.addLive(telling("second", 0));
        outbox.add(telling("answer", 0));
        channel.runPendingTasks();
        assertThat(written).containsExactly("first", "answer");
    }

    @Test
    void anAnswerIsWrittenBeforeWhatARoomTellsLaterAlsoWhenBothComeWhileTheLoopIsTelling() {
        outbox.addLive(_ -> {
            written.add("first");
            outbox.add(telling("joined", 0));
            outbox.addLive(telling("message", 0));
        });
        channel.runPendingTasks();
        assertThat(written).containsExactly("first", "joined", "message");
    }

    @Test
    void aParcelThatFailsDoesNotKeepTheNextFromBeingWritten() {
        outbox.addLive(_ -> {
            throw new IllegalStateException("a test's failure");
        });
        outbox.addLive(telling("next", 0));
        channel.runPendingTasks();
        assertThat(written).containsExactly("next");
    }

    private void tellFirst(long milliseconds) {
        outbox.addLive(telling("first", milliseconds));
        channel.runPendingTasks();
    }

    private Outbox.Parcel telling(String what, long milliseconds) {
        return _ -> {
            clock.advance(milliseconds, TimeUnit.MILLISECONDS);
            written.add(what);
        };
    }

    private void after(long milliseconds) {
        channel.runPendingTasks();
        clock.advance(milliseconds, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }
}
