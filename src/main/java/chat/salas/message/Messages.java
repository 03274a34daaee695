package chat.salas.message;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import chat.salas.live.RoomEvent;
import chat.salas.live.Typing;
import chat.salas.room.Act;
import chat.salas.room.Membership;
import chat.salas.room.Rooms;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sending, reading and changing messages. Every call checks the actor's rights. Calls may block for a few milliseconds: never
 * from an event loop.
 */
@Singleton
public final class Messages {
    private final Rooms rooms;
    private final Posting posting;
    private final Changes changes;
    private final History history;
    private final Joining joining;
    private final Typing typing;
    private final Search search;

    @SuppressWarnings("TooManyParameters")
    Messages(
            Rooms rooms,
            Posting posting,
            Changes changes,
            History history,
            Joining joining,
            Typing typing,
            Search search) {
        this.rooms = rooms;
        this.posting = posting;
        this.changes = changes;
        this.history = history;
        this.joining = joining;
        this.typing = typing;
        this.search = search;
    }

    /**
     * Checks, encrypts and hands the message to the journal; returns before it is durable, so that one sender can have
     * several on the way. Messages of successive calls get their numbers in the order of the calls.
     *
     * @return completes once it is on disk, with the stored message (the first one for a repeated id)
     * @throws chat.salas.kernel.Problem at once, for what is wrong with the request
     */
    public CompletableFuture<Message> post(Actor actor, String room, Draft draft) {
        Membership author = rooms.asMember(actor, room);
        typing.stopped(author.room().id(), actor.id());
        return posting.post(author, draft);
    }

    /** {@link #post}, and waits until it is on disk. */
    public Message send(Actor actor, String room, Draft draft) {
        return Answers.await(post(actor, room, draft));
    }

    /**
     * @param before only below this seq (newest first cut), or null
     * @param after only above this seq (oldest first cut), or null; not both
     * @param limit 1..200
     */
    public HistoryPage history(Actor actor, String room, @Nullable Long before, @Nullable Long after, int limit) {
        return history.page(rooms.asMember(actor, room), before, after, limit);
    }

    /** Up to {@code limit} messages around {@code seq}, for permalinks and quotes. */
    public HistoryPage around(Actor actor, String room, long seq, int limit) {
        return history.around(rooms.asMember(actor, room), seq, limit);
    }

    /**
     * Messages that have all these words (case and accents folded; parts of words too), newest first.
     *
     * @param words 1..200 characters
     * @param before only below this seq, to go on where the page before ended; or null
     * @param from how many to leave out, 0..10,000
     * @param limit 1..200
     */
    @SuppressWarnings("TooManyParameters")
    public SearchPage search(Actor actor, String room, String words, @Nullable Long before, int from, int limit) {
        return search.find(rooms.asMember(actor, room), words, new Search.Cut(before, from, limit));
    }

    /** One message; 404 when there is none. */
    public Message get(Actor actor, String room, long seq) {
        return history.one(rooms.asMember(actor, room), seq);
    }

    /** New words for an own message. */
    public Message edit(Actor actor, String room, long seq, String text) {
        return changes.edit(rooms.asMember(actor, room), seq, text);
    }

    /** Erases an own message, or as an admin anybody's. Again does no harm. */
    public void delete(Actor actor, String room, long seq) {
        changes.delete(rooms.asMember(actor, room), seq);
    }

    /** Adds or takes back a reaction; again does no harm. At most 20 different emoji a message. */
    public void react(Actor actor, String room, long seq, String emoji, boolean on) {
        changes.react(rooms.asMember(actor, room), seq, emoji, on);
    }

    /** Tells the others that the actor types; needs the right to write. */
    public void typing(Actor actor, String room) {
        Membership writer = rooms.asMember(actor, room);
        writer.require(Act.TYPE);
        typing.typing(writer.room().id(), actor.id(), actor.displayName());
    }

    /** What a {@link #join} hands to its listener, in order and never at the same time. */
    public sealed interface Delivery {
        /** The join stands. */
        record Joined(long roomId, String room, long lastSeq, int members) implements Delivery {}

        /** Messages that were missed, ascending; several pages when there are many. */
        record Missed(List<Message> messages) implements Delivery {}

        /** What happens from now on; the very batch that all listeners share. */
        record Live(List<? extends RoomEvent> events) implements Delivery {}

        /**
         * Nothing more will come, and the subscription is closed: the actor is no member any more (403), or catching up
         * failed or fell too far behind (503: join again with {@code after}).
         */
        record Ended(Problem why) implements Delivery {}
    }

    /**
     * Joins the room's live stream without a hole or a double: first Joined, then everything after {@code after} from the
     * database, then live. Joined comes before this returns, on the caller's thread; what was missed comes on a virtual
     * thread of its own, where the listener may block until its client has read. It must not block on live deliveries. Live
     * batches that came while catching up may repeat an edit, a deletion or a reaction that Missed shows already, never a
     * message.
     *
     * @param after the last seq that the client has; null for only what is new
     */
    public Bus.Subscription join(Actor actor, String room, @Nullable Long after, Consumer<? super Delivery> listener) {
        return join(actor, room, after, listener, new ReentrantLock());
    }

    /**
     * As {@link #join(Actor, String, Long, Consumer)}, for a listener with several rooms.
     *
     * @param reading held while a page of what was missed, some 128 KiB at most, is read and the listener takes it. Streams that
     *     share it take turns, so that whoever comes back to many rooms makes the server hold one page only
     */
    public Bus.Subscription join(
            Actor actor, String room, @Nullable Long after, Consumer<? super Delivery> listener, Lock reading) {
        return joining.join(actor, room, after, listener, reading);
    }
}
