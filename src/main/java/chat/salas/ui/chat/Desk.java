package chat.salas.ui.chat;

import chat.salas.kernel.Actor;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus.Subscription;
import chat.salas.message.Draft;
import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.message.Messages.Delivery;
import chat.salas.message.SearchPage;
import chat.salas.room.Member;
import chat.salas.room.RoomView;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One actor's dealings with one room. Every call may block for a few milliseconds and throws
 * {@link chat.salas.kernel.Problem} for what the actor may not do; the services decide that anew each time.
 */
interface Desk {
    Actor actor();

    RoomView room();

    List<Member> members();

    /** The newest page. */
    HistoryPage latest();

    HistoryPage before(long seq);

    HistoryPage after(long seq);

    HistoryPage around(long seq);

    /** Messages with all these words, newest first. */
    SearchPage search(String words, @Nullable Long before);

    Message get(long seq);

    /** Returns before the message is on disk. */
    CompletableFuture<Message> post(Draft draft);

    void edit(long seq, String text);

    void delete(long seq);

    void react(long seq, String emoji, boolean on);

    void typing();

    void read(long seq);

    /** The listeners are called on threads of the bus and must not block. */
    Subscription join(@Nullable Long after, Consumer<? super Delivery> room, Consumer<? super AccountEvent> account);
}
