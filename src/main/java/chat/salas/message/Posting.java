package chat.salas.message;

import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.Refused;
import chat.salas.kernel.Problem.TooMany;
import chat.salas.message.Bodies.Place;
import chat.salas.message.Message.Author;
import chat.salas.room.Act;
import chat.salas.room.Membership;
import chat.salas.room.Room;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** From a draft to the journal: everything that is checked and made before a message gets its number. */
@Singleton
final class Posting {
    static final int MAX_TEXT = 8_000;

    private final MessageRate rate;
    private final Stamps stamps;
    private final Bodies bodies;
    private final History history;
    private final Journal journal;

    Posting(MessageRate rate, Stamps stamps, Bodies bodies, History history, Journal journal) {
        this.rate = rate;
        this.stamps = stamps;
        this.bodies = bodies;
        this.history = history;
        this.journal = journal;
    }

    CompletableFuture<Message> post(Membership author, Draft draft) {
        author.require(Act.WRITE_TEXT);
        String text = PlainText.text("text", draft.text(), 1, MAX_TEXT);
        answerable(author, draft.replyTo());
        Optional<Message> first = spend(author, draft.id());
        if (first.isPresent()) {
            return CompletableFuture.completedFuture(first.get());
        }
        Post post = sealed(author, draft, text);
        journal.submit(post);
        return post.done();
    }

    private Post sealed(Membership author, Draft draft, String text) {
        Room room = author.room();
        Instant now = stamps.now();
        UUID id = draft.id() == null ? stamps.id(now) : draft.id();
        Author by = new Author(author.actor().id(), author.actor().displayName());
        Message message =
                new Message(room.id(), room.slug(), 0, id, by, now, text, draft.replyTo(), null, null, List.of());
        CompletableFuture<Message> done = new CompletableFuture<>();
        return new Post(
                message,
                bodies.seal(new Place(room.id(), id, by.id(), now.toEpochMilli()), 0, text),
                done,
                seq -> Thread.startVirtualThread(() -> complete(done, author, seq)));
    }

    private void complete(CompletableFuture<Message> done, Membership author, long seq) {
        try {
            done.complete(history.one(author, seq));
        } catch (RuntimeException failure) {
            done.completeExceptionally(failure);
        }
    }

    private void answerable(Membership author, @Nullable Long replyTo) {
        if (replyTo != null && !history.exists(author, replyTo)) {
            throw new Refused("replyTo", "there is no message " + replyTo + " in this room");
        }
    }

    /** Whoever repeats a message that was stored is answered even when it is too early for a new one. */
    private Optional<Message> spend(Membership author, @Nullable UUID id) {
        try {
            rate.spend(author.room().id(), author.actor().id(), author.room().messagesPerMinute());
            return Optional.empty();
        } catch (TooMany early) {
            return Optional.of(history.own(author, id).orElseThrow(() -> (Problem) early));
        }
    }
}
