package chat.salas.search;

import chat.salas.database.PreparedSql;
import chat.salas.vault.SearchIndexKey.Place;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The index's rows of one room, on somebody's connection and in its transaction. */
final class Parts implements AutoCloseable {
    private static final String RUN = "SELECT first_seq, last_seq, sealed FROM search_part"
            + " WHERE room_id = ? AND level = ? AND shard = ? AND first_seq BETWEEN ? AND ? ORDER BY first_seq";
    private static final String EXISTS = "SELECT EXISTS (SELECT 1 FROM search_part"
            + " WHERE room_id = ? AND level = ? AND shard = ? AND first_seq BETWEEN ? AND ?)";
    private static final String PUT =
            "INSERT INTO search_part (room_id, level, shard, first_seq, last_seq, sealed) VALUES (?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (room_id, level, shard, first_seq) DO UPDATE SET sealed = excluded.sealed";
    private static final String DROP =
            "DELETE FROM search_part WHERE room_id = ? AND level = ? AND shard = ? AND first_seq BETWEEN ? AND ?";
    private static final String INDEXED = "SELECT seq FROM search_progress WHERE room_id = ?";
    private static final String PROGRESS = "INSERT INTO search_progress (room_id, seq) VALUES (?, ?)"
            + " ON CONFLICT (room_id) DO UPDATE SET seq = excluded.seq";
    private static final String TODO =
            "SELECT DISTINCT seq FROM search_todo WHERE room_id = ? ORDER BY seq DESC LIMIT ?";
    private static final String DONE = "DELETE FROM search_todo WHERE room_id = ? AND seq = ? AND mark <= ?";
    private static final String DONE_UP_TO = "DELETE FROM search_todo WHERE room_id = ? AND seq <= ?";
    private static final String MESSAGES = "SELECT count(*) FROM message WHERE room_id = ? AND seq BETWEEN ? AND ?";

    private final PreparedSql statements;
    private final long roomId;

    Parts(Connection connection, long roomId) {
        this.statements = new PreparedSql(connection);
        this.roomId = roomId;
    }

    /** A part as it lies on disk. */
    record Stored(Place place, byte[] sealed) {}

    /** The parts of a shard that begin in this run, ascending. */
    List<Stored> run(Level level, int shard, long first, long last) throws SQLException {
        List<Stored> run = new ArrayList<>();
        try (ResultSet found = statements.query(RUN, roomId, level.ordinal(), shard, first, last)) {
            while (found.next()) {
                Place place = new Place(level.ordinal(), shard, found.getLong(1), found.getLong(2));
                run.add(new Stored(place, sealed(found)));
            }
        }
        return run;
    }

    /** Whether a part of a shard begins in this run. */
    boolean exists(Level level, int shard, long first, long last) throws SQLException {
        return statements.number(EXISTS, roomId, level.ordinal(), shard, first, last) > 0;
    }

    @SuppressWarnings("NullAway") // NOT NULL in the schema
    private static byte[] sealed(ResultSet found) throws SQLException {
        return found.getBytes(3);
    }

    void put(Place place, byte[] sealed) throws SQLException {
        statements.update(PUT, roomId, place.level(), place.shard(), place.firstSeq(), place.lastSeq(), sealed);
    }

    void drop(Place place) throws SQLException {
        drop(Level.values()[place.level()], place.shard(), place.firstSeq(), place.firstSeq());
    }

    /** Drops the parts of a shard that begin in this run. */
    void drop(Level level, int shard, long first, long last) throws SQLException {
        statements.update(DROP, roomId, level.ordinal(), shard, first, last);
    }

    /** 0 when nothing is. */
    long indexed() throws SQLException {
        return statements.number(INDEXED, roomId);
    }

    void indexed(long seq) throws SQLException {
        statements.update(PROGRESS, roomId, seq);
    }

    List<Long> todo(int limit) throws SQLException {
        List<Long> todo = new ArrayList<>();
        try (ResultSet found = statements.query(TODO, roomId, limit)) {
            while (found.next()) {
                todo.add(found.getLong(1));
            }
        }
        return todo;
    }

    void done(long seq, int mark) throws SQLException {
        statements.update(DONE, roomId, seq, mark);
    }

    void doneUpTo(long seq) throws SQLException {
        statements.update(DONE_UP_TO, roomId, seq);
    }

    /** How many messages there are from one number to another. */
    long messages(long first, long last) throws SQLException {
        return statements.number(MESSAGES, roomId, first, last);
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
