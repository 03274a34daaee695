package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Outbox outbox = new Outbox(channel.eventLoop());
    private final List<String> written = new ArrayList<>();

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void whatComesWhileTheLoopIsTellingIsWrittenInOrderBehindWhatCameBefore() {
        outbox.add(_ -> {
            written.add("first");
            outbox.add(telling("joined"));
            outbox.add(telling("message"));
        });
        outbox.add(telling("second"));
        channel.runPendingTasks();
        assertThat(written).containsExactly("first", "second", "joined", "message");
    }

    @Test
    void moreThanALoopTakesAtOnceIsWrittenToTheEnd() {
        for (int i = 0; i < 20_000; i++) {
            outbox.add(telling(Integer.toString(i)));
        }
        channel.runPendingTasks();
        assertThat(written).hasSize(20_000).endsWith("19999");
    }

    @Test
    void aParcelThatFailsDoesNotKeepTheNextFromBeingWritten() {
        outbox.add(_ -> {
            throw new AssertionError("a test's failure");
        });
        outbox.add(telling("next"));
        channel.runPendingTasks();
        assertThat(written).containsExactly("next");
    }

    private Outbox.Parcel telling(String what) {
        return _ -> written.add(what);
    }
}
