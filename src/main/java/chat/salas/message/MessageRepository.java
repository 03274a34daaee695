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
    private static final String ONE = FROM + "m.seq = ?";
    private static final String SEQ_OF = "SELECT seq FROM message WHERE room_id = ? AND client_id = ?";
    private static final String REACTIONS = """
            SELECT seq, emoji, COUNT(*), SUM(CASE WHEN account_id = ? THEN 1 ELSE 0 END)
            FROM reaction WHERE room_id = ? AND seq BETWEEN ? AND ?
            GROUP BY seq, emoji ORDER BY seq, MIN(created_at), emoji""";

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
        Map<Long, List<Reaction>> bySeq = new HashMap<>();
        query(REACTIONS, List.of(viewer, roomId, first, last), found -> bySeq.computeIfAbsent(
                        found.getLong(1), _ -> new ArrayList<>())
                .add(new Reaction(text(found, 2), found.getInt(3), found.getInt(4) > 0)));
        return bySeq;
    }

    private List<Row> rows(String sql, Object... values) {
        return query(sql, List.of(values), Row::read);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet found) throws SQLException;
    }

    private <T> List<T> query(String sql, List<Object> values, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = statement.executeQuery()) {
                return all(found, reading);
            }
        } catch (SQLException e) {
            LOG.error("Messages cannot be read", e);
            throw new Unavailable("The database is unavailable.");
        }
    }

    private static <T> List<T> all(ResultSet found, Reading<T> reading) throws SQLException {
        List<T> all = new ArrayList<>();
        while (found.next()) {
            all.add(reading.read(found));
        }
        return all;
    }

    @SuppressWarnings("NullAway") // NOT NULL in the schema
    private static String text(ResultSet found, int column) throws SQLException {
        return found.getString(column);
    }
}
