package chat.salas.ui.grid;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows on a page what changed elsewhere, at most once a second however often it is told. */
public final class Pulse {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final UI ui;
    private final Runnable show;
    private final AtomicBoolean waiting = new AtomicBoolean();

    /** @param show runs on the page */
    public Pulse(UI ui, Runnable show) {
        this.ui = ui;
        this.show = show;
    }

    /** Something changed; from any thread, and never waits. */
    public void beat() {
        if (waiting.compareAndSet(false, true)) {
            Thread.startVirtualThread(this::bring);
        }
    }

    private void bring() {
        try {
            Thread.sleep(EVERY);
            waiting.set(false);
            ui.access(show::run);
        } catch (UIDetachedException closed) {
            // nobody looks any more
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
