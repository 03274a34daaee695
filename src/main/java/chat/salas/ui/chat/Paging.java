package chat.salas.ui.chat;

import chat.salas.message.HistoryPage;

/** Loads parts of the room's history into the window, and has them shown. */
final class Paging {
    private final Desk desk;
    private final Window window;
    private final Quotes quotes;
    private final Screen screen;

    Paging(Desk desk, Window window, Quotes quotes, Screen screen) {
        this.desk = desk;
        this.window = window;
        this.quotes = quotes;
        this.screen = screen;
    }

    /** The end of the history, in place of what the window holds. */
    void latest() {
        HistoryPage page = desk.latest();
        window.reset(page, page.hasMore(), false);
        show(page);
    }

    /** What is before the window; at its start does nothing. */
    void older() {
        if (window.olderExist()) {
            HistoryPage page = desk.before(window.first());
            window.older(page);
            show(page);
        }
    }

    /** What is behind the window; at its end does nothing. */
    void newer() {
        if (window.newerExist()) {
            HistoryPage page = desk.after(window.last());
            window.newer(page);
            show(page);
        }
    }

    /**
     * What is around a message, in place of what the window holds.
     *
     * @return whether the message is there
     */
    boolean around(long seq) {
        HistoryPage page = desk.around(seq);
        if (page.messages().isEmpty()) {
            return false;
        }
        long newest = desk.room().lastSeq();
        long last = page.messages().getLast().seq();
        window.reset(page, page.hasMore(), last < newest);
        show(page);
        return window.find(seq).isPresent();
    }

    private void show(HistoryPage page) {
        quotes.prepare(page.messages());
        screen.showLog();
    }
}
