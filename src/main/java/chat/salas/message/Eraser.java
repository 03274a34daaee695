package chat.salas.message;

import chat.salas.database.Checkpoint;
import chat.salas.kernel.Problem.Unavailable;
import chat.salas.search.SearchErasure;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows of messages out of the database for good, oldest first and in small transactions. Of all that is being erased,
 * one piece at most waits for its turn to write, so that others write in between.
 */
@Singleton
final class Eraser {
    static final int PIECE = 500;

    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private static final String END =
            "SELECT max(seq) FROM (SELECT seq FROM message WHERE room_id = ? AND seq <= ? ORDER BY seq LIMIT ?)";
    private static final String DISOWN = """
            UPDATE authored SET messages = authored.messages - gone.messages, bytes = authored.bytes - gone.bytes
            FROM (SELECT author_id, count(*) AS messages, sum(length(body)) AS bytes FROM message
                WHERE room_id = ? AND seq <= ? AND body IS NOT NULL GROUP BY author_id) AS gone
            WHERE authored.room_id = ? AND authored.account_id = gone.author_id""";
    private static final String FORGET = "DELETE FROM authored WHERE room_id = ? AND messages <= 0";
    private static final String REACTIONS = "DELETE FROM reaction WHERE room_id = ? AND seq <= ?";
    private static final String MESSAGES = "DELETE FROM message WHERE room_id = ? AND seq <= ?";

    private final TransactionOperations<Connection> transactions;
    private final SearchErasure index;
    private final Checkpoint checkpoint;
    private final Settling settling;
    private final ReentrantLock turn = new ReentrantLock(true);

    Eraser(TransactionOperations<Connection> transactions, Checkpoint checkpoint, SearchErasure index) {
        this.transactions = transactions;
        this.index = index;
        this.checkpoint = checkpoint;
        this.settling = new Settling(checkpoint::settle, LONGEST_REST);
    }

    /** Erases everything of a room up to this number that is still there; may take long. */
    Tally erase(long roomId, long upToSeq) {
        Tally all = Tally.NOTHING;
        for (Tally piece = piece(roomId, upToSeq); piece != null; piece = piece(roomId, upToSeq)) {
            all = all.and(piece);
        }
        return all;
    }

    /** Erases everything of a room whose keys were destroyed, so that something was erased even where nothing was said. */
    Tally eraseDeleted(long roomId) {
        transactions.executeWrite(status -> owe(status.getConnection()));
        settling.erased();
        return erase(roomId, Long.MAX_VALUE);
    }

    private @Nullable Tally piece(long roomId, long upToSeq) {
        turn.lock();
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new Unavailable("The server is stopping.");
            }
            Tally piece = transactions.executeWrite(status -> piece(status.getConnection(), roomId, upToSeq));
            if (piece != null) {
                settling.erased();
            }
            return piece;
        } finally {
            turn.unlock();
        }
    }

    /** Null when nothing is left. */
    private @Nullable Tally piece(Connection connection, long roomId, long upToSeq) throws SQLException {
        Statements database = new Statements(connection);
        long end = database.number(END, roomId, upToSeq, PIECE);
        if (end == 0) {
            return null;
        }
        owe(connection);
        Tally piece = database.tally(Volume.UP_TO, roomId, end);
        database.update(DISOWN, roomId, end, roomId);
        database.update(FORGET, roomId);
        database.update(REACTIONS, roomId, end);
        database.update(MESSAGES, roomId, end);
        if (database.number(END, roomId, upToSeq, 1) == 0) {
            index.finish(connection, roomId, upToSeq);
        } else {
            index.begin(connection, roomId, end, upToSeq);
        }
        return piece;
    }

    private static boolean owe(Connection connection) throws SQLException {
        Checkpoint.owe(connection);
        return true;
    }

    /** Sees to it that what was erased is in no file any more; waits until it is so. */
    void settle() {
        settling.settle();
    }

    /** As {@link #settle}, also for what was erased before and is in the files still, after a failure or a crash. */
    void settleAll() {
        if (checkpoint.isOwed()) {
            settling.erased();
        }
        settling.settle();
    }
}
