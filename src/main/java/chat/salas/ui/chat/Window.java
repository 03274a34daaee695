package chat.salas.ui.chat;

import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.message.MessageEvent;
import com.github.benmanes.caffeine.cache.Interner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of a room's history that a page holds, in ascending seq: at most {@value #MOST} messages and {@value #MOST_TEXT}
 * characters, whichever comes first. What comes in at one end pushes out what is at the other.
 */
final class Window {
    static final int MOST = 150;
    static final int MOST_TEXT = 240_000;

    /** Pages of one room hold the same messages: what is equal is held once. */
    private static final Interner<Message> SHARED = Interner.newWeakInterner();

    private final List<Message> messages = new ArrayList<>();
    private boolean olderExist;
    private boolean newerExist;
    private int text;

    /** Shows this page and nothing else. */
    void reset(HistoryPage page, boolean older, boolean newer) {
        messages.clear();
        text = 0;
        page.messages().forEach(message -> put(messages.size(), message));
        olderExist = older;
        newerExist = newer;
    }

    /** Puts a page of older messages in front. */
    void older(HistoryPage page) {
        List<Message> before = page.messages();
        long first = first();
        for (int i = before.size() - 1; i >= 0; i--) {
            if (messages.isEmpty() || before.get(i).seq() < first) {
                put(0, before.get(i));
            }
        }
        olderExist = page.hasMore();
        while (tooLarge()) {
            take(messages.size() - 1);
            newerExist = true;
        }
    }

    /** Puts a page of newer messages behind. */
    void newer(HistoryPage page) {
        newerExist = page.hasMore();
        page.messages().forEach(this::insert);
        dropOldest();
    }

    /**
     * Takes in a new message of the live stream, unless newer ones than the window's were dropped.
     *
     * @return whether it is shown now and was not before
     */
    boolean post(Message message) {
        if (newerExist || !insert(message)) {
            return false;
        }
        dropOldest();
        return true;
    }

    /** The room went on without the window, which does not follow the live stream any more. */
    void loseEnd() {
        newerExist = true;
    }

    /** Drops older messages, so that at most so many are left. */
    void keepNewest(int most) {
        while (messages.size() > most) {
            take(0);
            olderExist = true;
        }
    }

    /** Drops everything up to this number, as it is not there any more. */
    void forget(long upToSeq) {
        while (!messages.isEmpty() && first() <= upToSeq) {
            take(0);
        }
        olderExist &= !messages.isEmpty() && first() > upToSeq + 1;
    }

    /** Replaces a message by its changed self; does nothing when it is not in the window. */
    void change(long seq, UnaryOperator<Message> change) {
        int at = indexOf(seq);
        if (at >= 0) {
            Message before = messages.get(at);
            Message after = change.apply(before);
            text += length(after) - length(before);
            messages.set(at, after);
        }
    }

    /** The author's text is gone; who, when and the number stay. */
    static Message erased(Message message, MessageEvent.Deleted deleted) {
        return new Message(
                message.roomId(),
                message.room(),
                message.seq(),
                message.id(),
                message.author(),
                message.at(),
                null,
                null,
                null,
                deleted.deletedBy(),
                List.of());
    }

    boolean holds(long seq) {
        return indexOf(seq) >= 0;
    }

    Optional<Message> find(long seq) {
        int at = indexOf(seq);
        return at < 0 ? Optional.empty() : Optional.of(messages.get(at));
    }

    /** The newest message of this author that stands, for editing. */
    Optional<Message> lastOf(long author) {
        return messages.reversed().stream()
                .filter(message -> message.author().id() == author && !message.deleted())
                .findFirst();
    }

    /** In ascending seq; live, do not keep. */
    List<Message> messages() {
        return Collections.unmodifiableList(messages);
    }

    /** 0 when empty. */
    long first() {
        return messages.isEmpty() ? 0 : messages.getFirst().seq();
    }

    /** 0 when empty. */
    long last() {
        return messages.isEmpty() ? 0 : messages.getLast().seq();
    }

    boolean olderExist() {
        return olderExist;
    }

    /** Whether the room goes on behind the window, so that it does not follow the live stream. */
    boolean newerExist() {
        return newerExist;
    }

    private boolean insert(Message message) {
        int at = indexOf(message.seq());
        if (at >= 0) {
            return false;
        }
        put(-at - 1, message);
        return true;
    }

    private void put(int at, Message message) {
        messages.add(at, SHARED.intern(message));
        text += length(message);
    }

    private void take(int at) {
        text -= length(messages.remove(at));
    }

    private void dropOldest() {
        while (tooLarge()) {
            take(0);
            olderExist = true;
        }
    }

    private boolean tooLarge() {
        return messages.size() > MOST || (text > MOST_TEXT && messages.size() > 1);
    }

    private static int length(Message message) {
        @Nullable String words = message.text();
        return words == null ? 0 : words.length();
    }

    private int indexOf(long seq) {
        if (!messages.isEmpty() && seq > last()) {
            return -messages.size() - 1;
        }
        int low = 0;
        int high = messages.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compare(messages.get(middle).seq(), seq);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -low - 1;
    }
}
