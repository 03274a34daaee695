package chat.salas.message;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** How much is in the rooms. */
@Singleton
final class Volume {
    static final String UP_TO =
            "SELECT count(body), coalesce(sum(length(body)), 0) FROM message WHERE room_id = ? AND seq <= ?";

    private static final String ALL =
            "SELECT coalesce(sum(messages), 0), coalesce(sum(bytes), 0) FROM authored WHERE room_id = ?";
    // walks over what is too old alone, as that lies at the beginning
    private static final String FIRST_YOUNG =
            "SELECT seq FROM message WHERE room_id = ? AND created_at >= ? ORDER BY seq LIMIT 1";
    private static final String LAST = "SELECT max(seq) FROM message WHERE room_id = ?";
    private static final String FIRST = "SELECT min(seq) FROM message WHERE room_id = ?";

    private final TransactionOperations<Connection> transactions;

    Volume(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** All that a room has. */
    Tally of(long roomId) {
        return transactions.executeRead(status -> new Statements(status.getConnection()).tally(ALL, roomId));
    }

    /** What a room has up to this number. */
    Tally upTo(long roomId, long seq) {
        return transactions.executeRead(status -> new Statements(status.getConnection()).tally(UP_TO, roomId, seq));
    }

    /** The last number of what is older in a room; 0 when nothing is. Numbers follow time, but for milliseconds. */
    long lastBefore(long roomId, Instant time) {
        return transactions.executeRead(
                status -> lastBefore(new Statements(status.getConnection()), roomId, time.toEpochMilli()));
    }

    private static long lastBefore(Statements database, long roomId, long time) throws SQLException {
        long young = database.number(FIRST_YOUNG, roomId, time);
        return young == 0 ? database.number(LAST, roomId) : young - 1;
    }

    /** Whether anything is left up to this number. */
    boolean hasUpTo(long roomId, long seq) {
        long first = transactions.executeRead(status -> new Statements(status.getConnection()).number(FIRST, roomId));
        return first > 0 && first <= seq;
    }
}
