package chat.salas.socket;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import jakarta.inject.Singleton;

/** On the way down every client gets the answers that it waits for and then a close (1001), before the server lets go. */
@Singleton
final class GoodBye implements ApplicationEventListener<ShutdownEvent> {
    private static final int ANSWER_SECONDS = 3;
    private static final long LIMIT_MILLIS = 4_000;
    private static final long STEP_MILLIS = 10;

    private final Connections connections;

    GoodBye(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        connections.all().forEach(c -> c.leaveWhenDone(ANSWER_SECONDS));
        try {
            for (long left = LIMIT_MILLIS; left > 0 && connections.size() > 0; left -= STEP_MILLIS) {
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
