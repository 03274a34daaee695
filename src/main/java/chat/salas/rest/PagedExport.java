package chat.salas.rest;

import chat.salas.message.HistoryPage;
import chat.salas.message.Message;
import chat.salas.web.MessageJson;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/** History as lines of JSON; holds one page, and reads the next only when the client has taken it. */
final class PagedExport extends InputStream {
    private final LongFunction<HistoryPage> after;
    private final JsonMapper json;
    private HistoryPage page;
    private ByteArrayInputStream lines;

    /** @param after the page that follows a seq */
    PagedExport(HistoryPage first, LongFunction<HistoryPage> after, JsonMapper json) throws IOException {
        this.after = after;
        this.json = json;
        this.page = first;
        this.lines = encoded(first);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (lines.available() == 0 && page.hasMore()) {
            page = after.apply(page.messages().getLast().seq());
            lines = encoded(page);
        }
        return lines.read(target, offset, length);
    }

    private ByteArrayInputStream encoded(HistoryPage messages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Message message : messages.messages()) {
            out.writeBytes(json.writeValueAsBytes(MessageJson.of(message)));
            out.write('\n');
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
