package chat.salas.message;

import chat.salas.kernel.Problem.Forbidden;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.message.Bodies.Body;
import chat.salas.message.MessageEvent.Reactor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal's connection: one transaction after the other, with statements that are prepared once. For one thread. */
final class Ledger implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<Long, Long> lastSeqs = new HashMap<>();
    private final Set<Long> grown = new HashSet<>();
    private final Set<Insider> insiders = new HashSet<>();

    private record Insider(long roomId, long accountId) {}

    /** What a change must know of its message. */
    record Head(long authorId, boolean deleted) {}

    Ledger(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(false);
        connection.setAutoCommit(false);
    }

    /** Starts over; what was known of rooms and members holds for one transaction only. */
    void begin() {
        lastSeqs.clear();
        grown.clear();
        insiders.clear();
    }

    /** @throws Forbidden unless the account is a member, as the transaction sees it */
    void admit(long roomId, long accountId) throws SQLException {
        Insider insider = new Insider(roomId, accountId);
        if (insiders.contains(insider)) {
            return;
        }
        String sql =
                "SELECT r.last_seq FROM membership m JOIN room r ON r.id = m.room_id WHERE m.room_id = ? AND m.account_id = ?";
        try (ResultSet found = query(sql, roomId, accountId)) {
            if (!found.next()) {
                throw new Forbidden("You are not a member of this room.");
            }
            lastSeqs.putIfAbsent(roomId, found.getLong(1));
            insiders.add(insider);
        }
    }

    /**
     * Adds a message with the next number of a room that {@link #admit} was asked about.
     *
     * @return its number, or null when the room has a message of this client id
     */
    @Nullable
    Long add(Post post) throws SQLException {
        long roomId = post.roomId();
        long seq = lastSeqs.getOrDefault(roomId, 0L) + 1;
        Message message = post.message();
        String sql = "INSERT INTO message (room_id, seq, client_id, author_id, created_at, reply_to, key_version, body)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (room_id, client_id) DO NOTHING";
        int added = update(
                sql,
                roomId,
                seq,
                Row.bytes(message.id()),
                post.accountId(),
                message.at().toEpochMilli(),
                message.replyTo(),
                post.body().keyVersion(),
                post.body().sealed());
        if (added == 0) {
            return null;
        }
        lastSeqs.put(roomId, seq);
        grown.add(roomId);
        return seq;
    }

    /** The number of the room's message with this client id if the account wrote it, else null. */
    @Nullable
    Long ownSeq(long roomId, UUID id, long accountId) throws SQLException {
        String sql = "SELECT seq FROM message WHERE room_id = ? AND client_id = ? AND author_id = ?";
        try (ResultSet found = query(sql, roomId, Row.bytes(id), accountId)) {
            return found.next() ? found.getLong(1) : null;
        }
    }

    /** @throws NotFound when there is none */
    Head head(long roomId, long seq) throws SQLException {
        String sql = "SELECT author_id, deleted_by IS NOT NULL FROM message WHERE room_id = ? AND seq = ?";
        try (ResultSet found = query(sql, roomId, seq)) {
            if (!found.next()) {
                throw new NotFound("There is no message " + seq + " in this room.");
            }
            return new Head(found.getLong(1), found.getBoolean(2));
        }
    }

    /** Puts other words in place of those of the revision before; false when it is not at that revision (any more). */
    boolean replace(long roomId, long seq, Body body, long editedAt) throws SQLException {
        String sql = "UPDATE message SET body = ?, key_version = ?, revision = ?, edited_at = ?"
                + " WHERE room_id = ? AND seq = ? AND revision = ? AND deleted_by IS NULL";
        int revision = body.revision();
        return update(sql, body.sealed(), body.keyVersion(), revision, editedAt, roomId, seq, revision - 1) == 1;
    }

    void erase(long roomId, long seq, long accountId, long now) throws SQLException {
        String sql = "UPDATE message SET body = NULL, deleted_at = ?, deleted_by = ? WHERE room_id = ? AND seq = ?";
        update(sql, now, accountId, roomId, seq);
        update("DELETE FROM reaction WHERE room_id = ? AND seq = ?", roomId, seq);
    }

    /** Who reacted to a message, in order. */
    List<Reactor> reactors(long roomId, long seq) throws SQLException {
        String sql = "SELECT emoji, account_id FROM reaction WHERE room_id = ? AND seq = ? ORDER BY created_at, emoji";
        List<Reactor> all = new ArrayList<>();
        try (ResultSet found = query(sql, roomId, seq)) {
            while (found.next()) {
                all.add(new Reactor(text(found), found.getLong(2)));
            }
        }
        return all;
    }

    /** How many kinds of emoji a message has besides this one. */
    int otherEmoji(React react) throws SQLException {
        String sql = "SELECT COUNT(DISTINCT emoji) FROM reaction WHERE room_id = ? AND seq = ? AND emoji <> ?";
        return count(sql, react.roomId(), react.seq(), react.emoji());
    }

    /** How many reacted with this emoji. */
    int reactions(React react) throws SQLException {
        String sql = "SELECT COUNT(*) FROM reaction WHERE room_id = ? AND seq = ? AND emoji = ?";
        return count(sql, react.roomId(), react.seq(), react.emoji());
    }

    /** False when it was there. */
    boolean add(React react, long now) throws SQLException {
        String sql = "INSERT INTO reaction (room_id, seq, emoji, account_id, created_at) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING";
        return update(sql, react.roomId(), react.seq(), react.emoji(), react.accountId(), now) == 1;
    }

    /** False when it was not there. */
    boolean remove(React react) throws SQLException {
        String sql = "DELETE FROM reaction WHERE room_id = ? AND seq = ? AND emoji = ? AND account_id = ?";
        return update(sql, react.roomId(), react.seq(), react.emoji(), react.accountId()) == 1;
    }

    /** Notes the rooms' last numbers and waits until all of it is on disk. */
    void commit() throws SQLException {
        for (Long roomId : grown) {
            update("UPDATE room SET last_seq = ? WHERE id = ?", lastSeqs.getOrDefault(roomId, 0L), roomId);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.close();
        }
    }

    private int count(String sql, @Nullable Object... values) throws SQLException {
        try (ResultSet found = query(sql, values)) {
            found.next();
            return found.getInt(1);
        }
    }

    private ResultSet query(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @SuppressWarnings("NullAway") // NOT NULL in the schema
    private static String text(ResultSet found) throws SQLException {
        return found.getString(1);
    }
}
