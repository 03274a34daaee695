package chat.salas.rest;

import chat.salas.message.HistoryPage;
import chat.salas.web.MessageBytes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.LongFunction;

/** History as lines of JSON; holds one page, and reads the next only when the client has taken it. */
final class PagedExport extends InputStream {
    private final LongFunction<HistoryPage> after;
    private HistoryPage page;
    private ByteArrayInputStream lines;

    /** @param after the page that follows a seq */
    PagedExport(HistoryPage first, LongFunction<HistoryPage> after) {
        this.after = after;
        this.page = first;
        this.lines = encoded(first);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        while (lines.available() == 0 && page.hasMore()) {
            page = after.apply(page.messages().getLast().seq());
            lines = encoded(page);
        }
        return lines.read(target, offset, length);
    }

    private static ByteArrayInputStream encoded(HistoryPage messages) {
        return new ByteArrayInputStream(MessageBytes.lines(messages.messages()));
    }
}
