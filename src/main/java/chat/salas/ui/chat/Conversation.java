package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.live.Bus.Subscription;
import chat.salas.live.RoomEvent;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.Messages.Delivery;
import chat.salas.room.RoomEvents.MemberPresence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What one page knows of its room, and what it does there. Used under the page's lock; only the mailbox is filled by others.
 * Calls that wait for a commit run on {@code background}, never under that lock.
 */
final class Conversation {
    private final Desk desk;
    private final Screen screen;
    private final InstantSource clock;
    private final Deeds deeds;
    private final Window window = new Window();
    private final Sending sending;
    private final Quotes quotes;
    private final Paging paging;
    private final Attention attention;
    private final Inbound inbound;
    private final Mailbox<News> mailbox;
    private final Runnable end;
    private @Nullable Subscription subscription;

    /** @param background runs on virtual threads; also wakes the page through {@code wake} */
    Conversation(Desk desk, Screen screen, InstantSource clock, Background background) {
        this.desk = desk;
        this.screen = screen;
        this.clock = clock;
        this.mailbox = new Mailbox<>(background.wake());
        this.end = background.end();
        this.deeds = new Deeds(desk, window, mailbox, background.executor());
        this.sending = new Sending(desk, screen, clock, mailbox);
        this.quotes = new Quotes(desk, window);
        this.paging = new Paging(desk, window, quotes, screen);
        this.attention = new Attention(desk, screen);
        this.inbound = new Inbound(this, screen, clock);
    }

    /**
     * Where work goes that must not hold the page's lock.
     *
     * @param end nobody is to be woken any more
     * @param wake asks for {@link #drain} under that lock, soon
     */
    record Background(Executor executor, Runnable end, Mailbox.Wake wake) {}

    /** Loads the newest messages, or those around {@code seq} and brings that into view. */
    void load(@Nullable Long seq) {
        attention.entered(desk.room());
        if (seq == null || !paging.around(seq)) {
            paging.latest();
        } else {
            attention.looksAtEnd(false, window);
            screen.reveal(seq);
        }
    }

    /** Listens to what happens from now on, and to what happened since {@link #load}. */
    void listen() {
        @Nullable Long after = window.newerExist() ? null : (Long) window.last();
        subscription = desk.join(after, this::deliver, event -> mailbox.offer(new News.Mine(event), true));
    }

    /** The live stream broke: shows what was missed and listens anew. */
    void rejoin() {
        unsubscribe();
        listen();
        latest();
    }

    void close() {
        unsubscribe();
        end.run();
    }

    private void unsubscribe() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    boolean listening() {
        return subscription != null;
    }

    /**
     * Takes in what came from outside; all of it is shown at once.
     *
     * @return how much it was
     */
    int drain() {
        if (!listening()) {
            return 0;
        }
        var batch = mailbox.take();
        if (!batch.items().isEmpty()) {
            inbound.take(batch.items());
        }
        if (batch.overflowed() && listening()) {
            latest();
        }
        return batch.items().size();
    }

    /** An end that cannot be loaded now is loaded when the viewer looks for it; until then the window does not follow. */
    private void latest() {
        try {
            paging.latest();
        } catch (Problem.Unavailable away) {
            window.loseEnd();
            attention.looksAtEnd(false, window);
            screen.showLog();
        } catch (Problem out) {
            inbound.ended(out);
        }
    }

    /** Shows the end of the log, loading it if it is not there. */
    void toEnd() {
        if (window.newerExist()) {
            paging.latest();
        }
        attention.looksAtEnd(true, window);
        screen.showEnd();
    }

    /** Brings a message into view, loading its surroundings if need be. */
    void jump(long seq) {
        if (window.find(seq).isPresent() || paging.around(seq)) {
            screen.reveal(seq);
        }
    }

    /** @param fromEnd how far the view is from the end of the log, in CSS pixels */
    void scrolled(double fromStart, double fromEnd) {
        attention.looksAtEnd(fromEnd <= 100 && !window.newerExist(), window);
        if (fromStart < 900) {
            paging.older();
        }
        if (fromEnd < 900) {
            paging.newer();
        }
        drain();
    }

    /** Shows the message as on the way at once. */
    void send(String text, @Nullable Long replyTo) {
        if (outbox().isFull()) {
            screen.giveBack(text, new Outbox.Full());
            return;
        }
        attention.wrote();
        sending.send(text, replyTo);
        if (window.newerExist()) {
            latest();
        }
        screen.showLog();
        screen.showEnd();
        drain();
    }

    void retry(UUID id) {
        sending.again(id);
        screen.showLog();
    }

    /** @return what was to be said, if it was still there */
    Optional<Outbox.Pending> discard(UUID id) {
        var discarded = outbox().remove(id);
        screen.showLog();
        return discarded;
    }

    /** Whether the page is in front, so that messages at the end count as read. */
    void visible(boolean visible) {
        attention.visible(visible, window);
    }

    /** Nothing up to this number is there any more. */
    void forget(long upToSeq) {
        window.forget(upToSeq);
        quotes.forget(upToSeq);
        if (window.messages().isEmpty() && window.newerExist()) {
            latest();
        } else {
            screen.showLog();
        }
    }

    private void deliver(Delivery delivery) {
        switch (delivery) {
            case Delivery.Joined joined -> mailbox.keep(new News.Joined(joined.lastSeq()));
            case Delivery.Missed missed -> mailbox.offer(new News.Missed(missed.messages()), true);
            case Delivery.Ended ended -> mailbox.keep(new News.Ended(ended.why()));
            case Delivery.Live live ->
                live.events().forEach(event -> mailbox.offer(new News.Happened(event), isUrgent(event)));
        }
    }

    private static boolean isUrgent(RoomEvent event) {
        return !(event instanceof TypingStarted || event instanceof MemberPresence);
    }

    Instant now() {
        return clock.instant();
    }

    Window window() {
        return window;
    }

    Outbox outbox() {
        return sending.outbox();
    }

    Quotes quotes() {
        return quotes;
    }

    Attention attention() {
        return attention;
    }

    /** What one does with messages that stand. */
    Deeds deeds() {
        return deeds;
    }

    Desk desk() {
        return desk;
    }
}
