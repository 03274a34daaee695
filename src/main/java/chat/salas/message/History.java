package chat.salas.message;

import chat.salas.kernel.Problem.Malformed;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.message.Message.Reaction;
import chat.salas.message.MessageRepository.Span;
import chat.salas.room.Membership;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said, page by page: two queries a page, and only what is shown is decrypted. Nobody sees anything up to their
 * {@link Membership#floor}, whichever way they ask.
 */
@Singleton
final class History {
    static final int MAX_PAGE = 200;

    private static final int MAX_MISSED_BYTES = 128 << 10;

    private final MessageRepository messages;
    private final Bodies bodies;

    History(MessageRepository messages, Bodies bodies) {
        this.messages = messages;
        this.bodies = bodies;
    }

    HistoryPage page(Membership reader, @Nullable Long before, @Nullable Long after, int limit) {
        if (before != null && after != null) {
            throw new Malformed("after", "before is given as well (expected: either of them)");
        }
        limited(limit);
        if (after != null) {
            return above(reader, from("after", after, 0), limit);
        }
        return below(reader, before == null ? Long.MAX_VALUE : from("before", before, 1), limit);
    }

    HistoryPage above(Membership reader, long after, int limit) {
        List<Row> rows = messages.above(reader.room().id(), Math.max(after, reader.floor()), limit + 1);
        boolean more = rows.size() > limit;
        return new HistoryPage(shown(reader, more ? rows.subList(0, limit) : rows), more);
    }

    /** The next page for whoever reads on to the end; shorter when the messages are long, as slow clients make it wait. */
    HistoryPage missed(Membership reader, long after) {
        List<Row> rows =
                messages.above(reader.room().id(), Math.max(after, reader.floor()), MAX_PAGE, MAX_MISSED_BYTES);
        boolean cut = rows.stream().mapToLong(Row::size).sum() >= MAX_MISSED_BYTES;
        return new HistoryPage(shown(reader, rows), cut || rows.size() == MAX_PAGE);
    }

    HistoryPage around(Membership reader, long seq, int limit) {
        limited(limit);
        int newer = limit / 2;
        int older = limit - newer;
        List<Row> upTo = messages.below(span(reader, from("seq", seq, 1) + 1), older + 1);
        boolean more = upTo.size() > older;
        List<Row> rows = new ArrayList<>((more ? upTo.subList(0, older) : upTo).reversed());
        rows.addAll(messages.above(reader.room().id(), Math.max(seq, reader.floor()), newer));
        return new HistoryPage(shown(reader, rows), more);
    }

    Message one(Membership reader, long seq) {
        return shown(reader, List.of(row(reader, seq))).getFirst();
    }

    boolean exists(Membership reader, long seq) {
        return seq > reader.floor() && messages.one(reader.room().id(), seq).isPresent();
    }

    /** The reader's own message with this client id. */
    Optional<Message> own(Membership reader, @Nullable UUID id) {
        return Optional.ofNullable(id)
                .flatMap(given -> messages.seqOf(reader.room().id(), given))
                .filter(seq -> seq > reader.floor())
                .map(seq -> one(reader, seq))
                .filter(message -> message.author().id() == reader.actor().id());
    }

    /** @throws NotFound when there is none */
    Row row(Membership reader, long seq) {
        return Optional.of(seq)
                .filter(asked -> asked > reader.floor())
                .flatMap(asked -> messages.one(reader.room().id(), asked))
                .orElseThrow(() -> new NotFound("There is no message " + seq + " in this room."));
    }

    private HistoryPage below(Membership reader, long before, int limit) {
        List<Row> rows = messages.below(span(reader, before), limit + 1);
        boolean more = rows.size() > limit;
        return new HistoryPage(shown(reader, (more ? rows.subList(0, limit) : rows).reversed()), more);
    }

    private List<Message> shown(Membership reader, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        long room = reader.room().id();
        Map<Long, List<Reaction>> reactions = messages.reactions(
                reader.actor().id(), room, rows.getFirst().seq(), rows.getLast().seq());
        return rows.stream()
                .map(row -> row.message(
                        reader.room(), bodies.open(room, row), reactions.getOrDefault(row.seq(), List.of())))
                .toList();
    }

    private static Span span(Membership reader, long before) {
        return new Span(reader.room().id(), reader.floor(), before);
    }

    private static void limited(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new Malformed("limit", limit + " (expected: 1.." + MAX_PAGE + ")");
        }
    }

    private static long from(String field, long value, long least) {
        if (value < least || value == Long.MAX_VALUE) {
            throw new Malformed(field, value + " (expected: " + least + " or more)");
        }
        return value;
    }
}
