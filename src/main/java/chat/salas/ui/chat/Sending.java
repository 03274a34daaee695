package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Draft;
import chat.salas.message.Message;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Hands own messages over to be stored, and brings back what came of it. */
final class Sending {
    private final Desk desk;
    private final Screen screen;
    private final InstantSource clock;
    private final Mailbox<News> mailbox;
    private final Outbox outbox = new Outbox();

    /** A message was lost on its way to the disk, for a reason that says nothing to people. */
    static final class NotStored extends Problem.Unavailable {
        NotStored() {
            super("The message could not be stored.");
        }
    }

    Sending(Desk desk, Screen screen, InstantSource clock, Mailbox<News> mailbox) {
        this.desk = desk;
        this.screen = screen;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    Outbox outbox() {
        return outbox;
    }

    void send(String text, @Nullable Long replyTo) {
        post(new Outbox.Pending(UUID.randomUUID(), text, replyTo, clock.instant(), null));
    }

    void again(UUID id) {
        outbox.find(id)
                .ifPresent(was -> post(new Outbox.Pending(id, was.text(), was.replyTo(), clock.instant(), null)));
    }

    private void post(Outbox.Pending message) {
        outbox.sending(message);
        try {
            desk.post(new Draft(message.id(), message.text(), message.replyTo()))
                    .whenComplete((stored, failure) -> mailbox.keep(outcome(message.id(), stored, failure)));
        } catch (Problem refused) {
            outbox.remove(message.id());
            screen.giveBack(message.text(), refused);
        }
    }

    private static News outcome(UUID id, @Nullable Message stored, @Nullable Throwable failure) {
        return stored != null ? new News.Sent(id, stored) : new News.NotSent(id, problem(failure));
    }

    private static Problem problem(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof Problem problem ? problem : new NotStored();
    }
}
