package chat.salas.message;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem.Conflict;
import chat.salas.message.Bodies.Body;
import chat.salas.message.Bodies.Place;
import chat.salas.room.Act;
import chat.salas.room.Membership;
import chat.salas.room.RoomAudit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What can happen to a message after it was sent. */
@Singleton
final class Changes {
    private static final int MAX_ATTEMPTS = 5;

    private final Stamps stamps;
    private final Bodies bodies;
    private final History history;
    private final Journal journal;
    private final RoomAudit audit;

    Changes(Stamps stamps, Bodies bodies, History history, Journal journal, RoomAudit audit) {
        this.stamps = stamps;
        this.bodies = bodies;
        this.history = history;
        this.journal = journal;
        this.audit = audit;
    }

    /** Each edit is sealed for the revision that it makes, so one that another edit overtook is sealed again. */
    Message edit(Membership author, long seq, String words) {
        author.require(Act.WRITE_TEXT);
        String text = PlainText.text("text", words, 1, Posting.MAX_TEXT);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Edit edit = sealed(author, editable(author, seq), text);
            Optional<Message> edited = Answers.await(edit, journal);
            if (edited.isPresent()) {
                return edited.get();
            }
        }
        throw new Conflict("Message " + seq + " is being edited elsewhere.");
    }

    private Row editable(Membership author, long seq) {
        Row row = history.row(author, seq);
        author.require(Act.editing(row.author().id() == author.actor().id()));
        if (row.deletedBy() != null) {
            throw new Conflict("Message " + seq + " was deleted.");
        }
        return row;
    }

    private Edit sealed(Membership author, Row row, String text) {
        Instant now = stamps.now();
        Body body = bodies.seal(Place.of(author.room().id(), row), row.revision() + 1, text);
        Message message = row.message(author.room(), text, List.of()).edited(now);
        return new Edit(message, body, now, new CompletableFuture<>());
    }

    void delete(Membership by, long seq) {
        Row row = history.row(by, seq);
        boolean own = row.author().id() == by.actor().id();
        by.require(Act.erasing(own));
        if (!own && row.deletedBy() == null) {
            AuditDetail which = AuditDetail.of("seq", Long.toString(seq));
            audit.record(by, AuditAction.MESSAGE_ERASED, row.author().id(), which);
        }
        Answers.await(new Delete(by, seq, stamps.now(), new CompletableFuture<>()), journal);
    }

    void react(Membership by, long seq, String emoji, boolean on) {
        by.require(Act.REACT);
        React react = new React(by, seq, Emoji.check(emoji), on, stamps.now(), new CompletableFuture<>());
        Answers.await(react, journal);
    }
}
