package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.room.RoomView;

/**
 * What the viewer has seen: up to where the room is read, from where messages count as new, and how many came while the
 * viewer looked elsewhere.
 */
final class Attention {
    private final Desk desk;
    private final Screen screen;
    private boolean visible = true;
    private boolean atEnd = true;
    private long read;
    private long newFrom = Long.MAX_VALUE;
    private int waiting;

    Attention(Desk desk, Screen screen) {
        this.desk = desk;
        this.screen = screen;
    }

    void entered(RoomView room) {
        read = room.lastReadSeq();
        newFrom = room.unread() > 0 ? read + 1 : Long.MAX_VALUE;
    }

    /** Before which message of the window the line of new messages stands; 0 for none. */
    long lineIn(Window window) {
        if (newFrom > window.last() || (window.first() > newFrom && window.olderExist())) {
            return 0;
        }
        return window.messages().stream()
                .filter(message -> message.seq() >= newFrom)
                .filter(message -> message.author().id() != desk.actor().id())
                .mapToLong(Message::seq)
                .findFirst()
                .orElse(0);
    }

    /** A message came in at the end. */
    void arrived(Message message) {
        if (message.author().id() == desk.actor().id()) {
            return;
        }
        if (!watching()) {
            newFrom = newFrom <= read ? message.seq() : Math.min(newFrom, message.seq());
            waiting++;
            screen.showWaiting(atEnd ? 0 : waiting);
        }
    }

    /** Who writes has seen what was there. */
    void wrote() {
        newFrom = Long.MAX_VALUE;
    }

    void looksAtEnd(boolean end, Window window) {
        atEnd = end;
        settle(window);
    }

    void visible(boolean now, Window window) {
        if (!now && visible) {
            newFrom = Long.MAX_VALUE;
        }
        visible = now;
        settle(window);
    }

    /** Marks as read what is seen. */
    void settle(Window window) {
        if (!watching() || window.newerExist()) {
            return;
        }
        if (waiting > 0) {
            waiting = 0;
            screen.showWaiting(0);
        }
        if (window.last() > read) {
            read = window.last();
            desk.read(read);
        }
    }

    int waiting() {
        return waiting;
    }

    boolean atEnd() {
        return atEnd;
    }

    private boolean watching() {
        return visible && atEnd;
    }
}
