package chat.salas.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpillingBodyTest {
    private static final int CHUNK = 8 * 1024;
    private static final int MOST_HELD = 512 * 1024;

    private final CompletableFuture<InputStream> spilled = new CompletableFuture<>();
    private final SpillingBody body = new SpillingBody(spilled::complete);
    private final AtomicInteger written = new AtomicInteger();

    private Thread writer(int chunks, CompletableFuture<IOException> failure) {
        return Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < chunks; i++) {
                    body.write(new byte[CHUNK]);
                    written.addAndGet(CHUNK);
                }
                body.finish();
            } catch (IOException e) {
                failure.complete(e);
            }
        });
    }

    @Test
    void smallAnswerIsHeldWhole() throws IOException {
        body.write(new byte[100]);
        body.write(7);

        assertThat(body.finish()).hasSize(101).endsWith(7);
        assertThat(spilled).isNotDone();
    }

    @Test
    void largeAnswerWaitsForItsReaderAndArrivesWhole() throws Exception {
        Thread writer = writer(2560, new CompletableFuture<>());
        InputStream reader = spilled.get();
        writer.join(java.time.Duration.ofMillis(200));
        int beforeReading = written.get();
        long size = reader.transferTo(java.io.OutputStream.nullOutputStream());

        assertThat(beforeReading).isLessThan(MOST_HELD);
        assertThat(size).isEqualTo(2560L * CHUNK);
    }

    @Test
    void writerNoticesThatTheReaderHasGone() throws Exception {
        CompletableFuture<IOException> failure = new CompletableFuture<>();
        writer(2560, failure);
        spilled.get().close();

        assertThat(failure.get(5, java.util.concurrent.TimeUnit.SECONDS)).hasMessage("The browser has gone");
    }

    @Test
    void tornAnswerIsNotTakenForAWholeOne() throws Exception {
        body.write(new byte[SpillingBody.KEPT_BYTES]);
        body.write(1);
        body.fail(new IllegalStateException("half way"));

        assertThatThrownBy(() -> spilled.get().readAllBytes()).isInstanceOf(IOException.class);
    }
}
