package chat.salas.ui.chat;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import chat.salas.flow.PageHears;
import chat.salas.ui.Moments;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * The page that a room is shown on: its language and time zone, the clock, and where work goes that must not hold its lock.
 *
 * @param workers runs each task on a virtual thread of its own
 */
record Setting(UI ui, Words words, InstantSource clock, Executor workers) {
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

    /**
     * Wakes the page for {@code drain}, from any thread, without making that thread wait. While the page hears nothing it is
     * left alone, and woken when it does again.
     *
     * @param drain takes in what waits, and tells how much it was
     */
    Conversation.Background background(IntSupplier drain) {
        Pace pace = new Pace();
        Registration again = PageHears.whenever(ui, () -> take(pace, drain));
        return new Conversation.Background(workers, again::remove, urgent -> {
            long delay = pace.delay(urgent, System.nanoTime());
            Executor then = delay == 0 ? workers : delayedExecutor(delay, TimeUnit.NANOSECONDS, workers);
            then.execute(() -> bring(pace, drain));
        });
    }

    /** For what the page does after a while. */
    Later later() {
        return new Later(task -> workers.execute(() -> access(task)));
    }

    private void bring(Pace pace, IntSupplier drain) {
        access(() -> {
            if (PageHears.isTrueOf(ui)) {
                take(pace, drain);
            }
        });
    }

    private static void take(Pace pace, IntSupplier drain) {
        pace.took(drain.getAsInt(), System.nanoTime());
    }

    private void access(Runnable task) {
        try {
            ui.access(task::run);
        } catch (UIDetachedException closed) {
            // whoever listened is closed with the page
        }
    }
}
