package chat.salas.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaterTest {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void whatIsToBeDoneIsDoneAfterItsTime() throws InterruptedException {
        try (Later later = new Later(Runnable::run)) {
            later.after(Duration.ofMillis(300), () -> done.add("second"));
            later.after(Duration.ZERO, () -> done.add("first"));
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("second");
        }
    }

    @Test
    void aPageThatIsLeftDoesNothingMore() throws InterruptedException {
        Later left = new Later(Runnable::run);
        left.after(Duration.ofMillis(100), () -> done.add("of the page that was left"));
        left.close();
        try (Later open = new Later(Runnable::run)) {
            open.after(Duration.ofMillis(200), () -> done.add("of the open page"));
            assertThat(done.poll(20, TimeUnit.SECONDS)).isEqualTo("of the open page");
            assertThat(done).isEmpty();
        }
    }

    @Test
    void whatWasReadIsToldOnceForEachReaderAndUpToTheLast() throws InterruptedException {
        var told = new ConcurrentLinkedQueue<String>();
        ReadLater<String> reading = new ReadLater<>(task -> Thread.ofVirtual().start(task), (reader, seq) -> {
            if (reader.equals("failing")) {
                throw new IllegalStateException("on purpose");
            }
            told.add(reader + " " + seq);
            done.add("told");
        });
        reading.read("ana", 7);
        reading.read("failing", 1);
        reading.read("ben", 3);
        reading.read("ana", 9);
        reading.read("ana", 8);
        assertThat(done.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(done.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(told).hasSize(2).containsExactlyInAnyOrderElementsOf(List.of("ana 9", "ben 3"));
        reading.read("ana", 10);
        assertThat(done.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(told).endsWith("ana 10");
    }
}
