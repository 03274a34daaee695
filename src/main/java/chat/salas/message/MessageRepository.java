package chat.salas.message;

import chat.salas.kernel.Problem.Unavailable;
import chat.salas.message.Message.Reaction;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads messages. Each call borrows a connection from the pool for a fraction of a millisecond. */
@Singleton
final class MessageRepository {
    private static final Logger LOG = LoggerFactory.getLogger(MessageRepository.class);

    private static final String FROM =
            "SELECT " + Row.COLUMNS + " FROM message m JOIN account a ON a.id = m.author_id WHERE m.room_id = ? AND ";
    private static final String BELOW = FROM + "m.seq > ? AND m.seq < ? ORDER BY m.seq DESC LIMIT ?";
    private static final String ABOVE = FROM + "m.seq > ? ORDER BY m.seq LIMIT ?";
    private static final String TEXTS = "SELECT " + Row.COLUMNS.replace("a.display_name", "''")
            + " FROM message m WHERE m.room_id = ? AND m.seq > ? AND m.seq < ? ORDER BY m.seq";
    private static final String ONE = FROM + "m.seq = ?";
    private static final String SEQ_OF = "SELECT seq FROM message WHERE room_id = ? AND client_id = ?";
    private static final String REACTIONS = """
            SELECT seq, emoji, COUNT(*), SUM(CASE WHEN account_id = ? THEN 1 ELSE 0 END)
            FROM reaction WHERE room_id = ? AND seq BETWEEN ? AND ?
            GROUP BY seq, emoji ORDER BY seq, MIN(created_at), emoji""";

    private static final String SOME = FROM + "m.seq IN (SELECT value FROM json_each(?)) ORDER BY m.seq DESC";
    private static final String REACTIONS_OF = """
            SELECT seq, emoji, COUNT(*), SUM(CASE WHEN account_id = ? THEN 1 ELSE 0 END)
            FROM reaction WHERE room_id = ? AND seq IN (SELECT value FROM json_each(?))
            GROUP BY seq, emoji ORDER BY seq, MIN(created_at), emoji""";
    private static final String LAST =
            "SELECT last_seq FROM room WHERE id = ? AND encryption = 'AT_REST' AND deleted_at IS NULL";
    private static final String CHANGES = """
            SELECT t.seq, max(t.mark) FROM search_progress p JOIN search_todo t ON t.room_id = p.room_id AND t.seq <= p.seq
            WHERE p.room_id = ? GROUP BY t.seq ORDER BY t.seq LIMIT ?""";
    // a room that stands at the end of a long run may wait for its parts to be merged
    private static final String UNINDEXED = """
            SELECT r.id FROM room r LEFT JOIN search_progress p ON p.room_id = r.id
            WHERE r.encryption = 'AT_REST' AND r.deleted_at IS NULL
                AND (r.last_seq - coalesce(p.seq, 0) >= ? OR (p.seq > 0 AND p.seq % 16384 = 0))
            UNION SELECT room_id FROM search_todo""";

    private final DataSource database;

    MessageRepository(DataSource database) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
    }

    /** Between two numbers of a room, both not included. */
    record Span(long roomId, long after, long before) {}

    /** At most {@code limit} of the newest in a span, descending. */
    List<Row> below(Span span, int limit) {
        return rows(BELOW, span.roomId(), span.after(), span.before(), limit);
    }

    /** At most {@code limit} of the oldest above {@code after}, ascending. */
    List<Row> above(long roomId, long after, int limit) {
        return rows(ABOVE, roomId, after, limit);
    }

    /** As {@link #above(long, long, int)}, but only up to the message with which they come to so many bytes. */
    List<Row> above(long roomId, long after, int limit, int bytes) {
        AtomicInteger left = new AtomicInteger(bytes);
        return query(ABOVE, List.of(roomId, after, limit), Row::read, row -> left.addAndGet(-row.size()) > 0);
    }

    /** All of a span, ascending, without their authors' names. */
    List<Row> texts(Span span) {
        return rows(TEXTS, span.roomId(), span.after(), span.before());
    }

    /** Those of these numbers that there are, descending. */
    List<Row> of(long roomId, List<Long> seqs) {
        return seqs.isEmpty() ? List.of() : rows(SOME, roomId, list(seqs));
    }

    /** A message that was changed after it was indexed, and the last change's mark. */
    record Change(long seq, int mark) {}

    /** What the search index must be told of messages that it knows, at most so many. */
    List<Change> changes(long roomId, int limit) {
        return query(CHANGES, List.of(roomId, limit), found -> new Change(found.getLong(1), found.getInt(2)));
    }

    /** Rooms whose search index lacks at least so many messages, or knows others than there are. */
    List<Long> unindexed(int behind) {
        return query(UNINDEXED, List.of(behind), found -> found.getLong(1));
    }

    /** The last number of a room whose messages can be indexed, else 0. */
    long lastToIndex(long roomId) {
        return query(LAST, List.of(roomId), found -> found.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    Optional<Row> one(long roomId, long seq) {
        return rows(ONE, roomId, seq).stream().findFirst();
    }

    /** The number of the message with this client id. */
    Optional<Long> seqOf(long roomId, UUID id) {
        return query(SEQ_OF, List.of(roomId, Row.bytes(id)), found -> found.getLong(1)).stream()
                .findFirst();
    }

    /** The reactions to a run of messages, in the order in which each emoji was first used. */
    Map<Long, List<Reaction>> reactions(long viewer, long roomId, long first, long last) {
        return reactions(REACTIONS, List.of(viewer, roomId, first, last));
    }

    /** The reactions to some messages, in the order in which each emoji was first used. */
    Map<Long, List<Reaction>> reactions(long viewer, long roomId, List<Long> seqs) {
        return seqs.isEmpty() ? Map.of() : reactions(REACTIONS_OF, List.of(viewer, roomId, list(seqs)));
    }

    private Map<Long, List<Reaction>> reactions(String sql, List<Object> values) {
        Map<Long, List<Reaction>> bySeq = new HashMap<>();
        query(sql, values, found -> bySeq.computeIfAbsent(found.getLong(1), _ -> new ArrayList<>())
                .add(new Reaction(text(found, 2), found.getInt(3), found.getInt(4) > 0)));
        return bySeq;
    }

    /** As JSON. */
    private static String list(List<Long> seqs) {
        return seqs.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private List<Row> rows(String sql, Object... values) {
        return query(sql, List.of(values), Row::read);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet found) throws SQLException;
    }

    private <T> List<T> query(String sql, List<Object> values, Reading<T> reading) {
        return query(sql, values, reading, _ -> true);
    }

    /** @param more whether to go on behind this one */
    private <T> List<T> query(String sql, List<Object> values, Reading<T> reading, Predicate<T> more) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                return all(found, reading, more);
            }
        } catch (SQLException e) {
            LOG.error("Messages cannot be read", e);
            throw new Unavailable("The database is unavailable.");
        }
    }

    private static <T> List<T> all(ResultSet found, Reading<T> reading, Predicate<T> more) throws SQLException {
        List<T> all = new ArrayList<>();
        while (found.next()) {
            T next = reading.read(found);
            all.add(next);
            if (!more.test(next)) {
                return all;
            }
        }
        return all;
    }

    @SuppressWarnings("NullAway") // NOT NULL in the schema
    private static String text(ResultSet found, int column) throws SQLException {
        return found.getString(column);
    }
}
