package chat.salas.ui.chat;

import chat.salas.ui.Moments;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The page that a room is shown on: its language and time zone, the clock, and where work goes that must not hold its lock.
 *
 * @param workers runs each task on a virtual thread of its own
 */
record Setting(UI ui, Words words, InstantSource clock, Executor workers) {
    /** Whatever comes within this time is shown together. */
    private static final long PAUSE_MILLIS = 20;

    LogView log(long viewer) {
        Moments moments = Moments.of(ui);
        return new LogView(
                new MessageHtml(words, moments, viewer),
                new Grouping(moments.zone()),
                new DayNames(words, clock, moments.locale(), moments.zone()),
                words);
    }

    /** Date and time as the reader writes them. */
    String moment(Instant at) {
        return Moments.of(ui).soon(at);
    }

    /** Wakes the page for {@code drain}, from any thread, without making that thread wait. */
    Conversation.Background background(Runnable drain) {
        return new Conversation.Background(workers, () -> workers.execute(() -> bring(drain)));
    }

    private void bring(Runnable drain) {
        try {
            Thread.sleep(PAUSE_MILLIS);
            ui.access(drain::run);
        } catch (UIDetachedException closed) {
            // whoever listened is closed with the page
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
