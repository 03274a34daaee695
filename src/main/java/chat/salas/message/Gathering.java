package chat.salas.message;

import chat.salas.message.Search.Cut;
import chat.salas.room.Membership;
import chat.salas.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens messages, newest first, and keeps those that match and are to be shown, until there is one more than that or too many
 * were looked at in vain. Those to be left out are only counted, so that a page far behind holds no more than the first.
 */
final class Gathering {
    /** A fifth of a second or so. */
    static final int MAX_LOOKS = 20_000;

    private final Bodies bodies;
    private final Membership reader;
    private final SearchQuery query;
    private final int wanted;
    private int left;
    private final List<Find> finds = new ArrayList<>();
    private int looks;
    private long last;

    /** A message that matches. */
    record Find(Row row, String text) {}

    Gathering(Bodies bodies, Membership reader, SearchQuery query, Cut cut) {
        this.bodies = bodies;
        this.reader = reader;
        this.query = query;
        this.wanted = cut.limit() + 1;
        this.left = cut.from();
    }

    long roomId() {
        return reader.room().id();
    }

    long floor() {
        return reader.floor();
    }

    void look(Row row) {
        if (isFull() || row.seq() <= floor()) {
            return;
        }
        looks++;
        last = row.seq();
        String text = bodies.open(roomId(), row);
        if (text != null && query.matches(text)) {
            keep(row, text);
        }
    }

    private void keep(Row row, String text) {
        if (left > 0) {
            left--;
        } else {
            finds.add(new Find(row, text));
        }
    }

    boolean isFull() {
        return finds.size() == wanted || looks == MAX_LOOKS;
    }

    int missing() {
        return left + wanted - finds.size();
    }

    List<Find> finds() {
        return finds;
    }

    /** The number below which it was not looked any more, though too little was found; else null. */
    @Nullable
    Long givenUpAt() {
        return looks == MAX_LOOKS ? last : null;
    }
}
