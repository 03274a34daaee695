package chat.salas.message;

import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for the journal. */
final class Answers {
    private static final int PATIENCE_SECONDS = 60;

    private Answers() {}

    static <R> R await(Entry<R> entry, Journal journal) {
        journal.submit(entry);
        return await(entry.done());
    }

    /** @throws Problem that stood against it; 503 when it takes too long, and then it may still be written */
    static <R> R await(CompletableFuture<R> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Problem problem ? problem : new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new Unavailable("The database is unavailable.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The server is stopping.");
        }
    }
}
