package chat.salas.ui.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What a page does after a while, unless it is left before: until then it would hold the page. Used under the page's lock. */
final class Later implements AutoCloseable {
    private static final int LONGEST_WAIT = 3_600_000;

    private final Executor page;
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>(0);

    /** @param page runs under the page's lock, soon */
    Later(Executor page) {
        this.page = page;
    }

    /** After at most an hour. */
    void after(Duration wait, Runnable task) {
        waiting.removeIf(CompletableFuture::isDone);
        CompletableFuture<Void> time = new CompletableFuture<>();
        waiting.add(time);
        time.completeOnTimeout(null, Math.clamp(wait.toMillis(), 100, LONGEST_WAIT), TimeUnit.MILLISECONDS);
        time.thenRunAsync(task, page);
    }

    @Override
    public void close() {
        waiting.forEach(time -> time.cancel(false));
        waiting.clear();
    }
}
