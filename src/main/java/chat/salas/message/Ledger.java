package chat.salas.message;

import chat.salas.database.PreparedSql;
import chat.salas.kernel.Problem.Forbidden;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.message.Bodies.Body;
import chat.salas.message.MessageEvent.Reactor;
import chat.salas.room.Muted;
import chat.salas.room.Role;
import chat.salas.search.Passage;
import chat.salas.search.SearchWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
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
    /** 32 MiB: what a large transaction touches need neither be spilled to the log before its end nor be read again. */
    private static final String CACHE = "PRAGMA cache_size = -32768";

    private final Connection connection;
    private final PreparedSql statements;
    private final Map<Long, Long> lastSeqs = new HashMap<>();
    private final Set<Long> grown = new HashSet<>();
    private final Map<Insider, Sight> insiders = new HashMap<>();
    private final Shares shares = new Shares();

    private record Insider(long roomId, long accountId) {}

    /** What a member may see and do, as the transaction knows it. */
    private record Sight(Role role, long floor, long mutedUntil) {}

    /** What a change must know of its message; {@code bytes} is 0 once it is deleted. */
    record Head(long authorId, boolean deleted, long bytes) {}

    Ledger(Connection connection) throws SQLException {
        this.connection = connection;
        this.statements = new PreparedSql(connection);
        connection.setReadOnly(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CACHE);
        }
        connection.setAutoCommit(false);
    }

    /** Starts over; what was known of rooms and members holds for one transaction only. */
    void begin() {
        lastSeqs.clear();
        grown.clear();
        insiders.clear();
        shares.clear();
    }

    /**
     * The account's role, as the transaction sees it.
     *
     * @throws Forbidden unless it is a member
     */
    Role admit(Entry<?> entry) throws SQLException {
        return sight(entry.roomId(), entry.accountId()).role();
    }

    /**
     * As {@link #admit}, for who says something.
     *
     * @throws Muted for a member who was muted before that was committed
     */
    void admitSpeaker(Entry<?> entry, Instant at) throws SQLException {
        long mutedUntil = sight(entry.roomId(), entry.accountId()).mutedUntil();
        if (mutedUntil > at.toEpochMilli()) {
            throw new Muted(Instant.ofEpochMilli(mutedUntil));
        }
    }

    private Sight sight(long roomId, long accountId) throws SQLException {
        Insider insider = new Insider(roomId, accountId);
        Sight known = insiders.get(insider);
        if (known == null) {
            known = look(roomId, accountId);
            insiders.put(insider, known);
        }
        return known;
    }

    private Sight look(long roomId, long accountId) throws SQLException {
        String sql = "SELECT r.last_seq, max(r.cleared_seq, m.from_seq), coalesce(m.muted_until, 0), m.role"
                + " FROM membership m JOIN room r ON r.id = m.room_id WHERE m.room_id = ? AND m.account_id = ?";
        try (ResultSet found = statements.query(sql, roomId, accountId)) {
            if (!found.next()) {
                throw new Forbidden("You are not a member of this room.");
            }
            lastSeqs.putIfAbsent(roomId, found.getLong(1));
            return new Sight(Role.valueOf(text(found, 4)), found.getLong(2), found.getLong(3));
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
        int added = statements.update(
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
        shares.change(roomId, post.accountId(), new Tally(1, post.body().sealed().length));
        return seq;
    }

    /** The number of the room's message with this client id if the account wrote it, else null. */
    @Nullable
    Long ownSeq(long roomId, UUID id, long accountId) throws SQLException {
        String sql = "SELECT seq FROM message WHERE room_id = ? AND client_id = ? AND author_id = ?";
        try (ResultSet found = statements.query(sql, roomId, Row.bytes(id), accountId)) {
            return found.next() ? found.getLong(1) : null;
        }
    }

    /** @throws NotFound when there is none, or none that whoever the entry is of may see */
    Head head(Entry<?> entry, long seq) throws SQLException {
        long floor = sight(entry.roomId(), entry.accountId()).floor();
        String sql = "SELECT author_id, deleted_by IS NOT NULL, coalesce(length(body), 0)"
                + " FROM message WHERE room_id = ? AND seq = ? AND seq > ?";
        try (ResultSet found = statements.query(sql, entry.roomId(), seq, floor)) {
            if (!found.next()) {
                throw new NotFound("There is no message " + seq + " in this room.");
            }
            return new Head(found.getLong(1), found.getBoolean(2), found.getLong(3));
        }
    }

    /** Puts other words in place of those of the revision before; false when it is not at that revision (any more). */
    boolean replace(Edit edit) throws SQLException {
        Head before = head(edit, edit.message().seq());
        String sql = "UPDATE message SET body = ?, key_version = ?, revision = ?, edited_at = ?"
                + " WHERE room_id = ? AND seq = ? AND revision = ? AND deleted_by IS NULL";
        Body body = edit.body();
        int replaced = statements.update(
                sql,
                body.sealed(),
                body.keyVersion(),
                body.revision(),
                edit.at().toEpochMilli(),
                edit.roomId(),
                edit.message().seq(),
                body.revision() - 1);
        if (replaced == 1) {
            shares.change(edit.roomId(), edit.accountId(), new Tally(0, body.sealed().length - before.bytes()));
            reindex(edit.roomId(), edit.message().seq(), body.revision());
        }
        return replaced == 1;
    }

    void erase(Delete delete, Head head) throws SQLException {
        String sql = "UPDATE message SET body = NULL, deleted_at = ?, deleted_by = ? WHERE room_id = ? AND seq = ?";
        long roomId = delete.roomId();
        statements.update(sql, delete.at().toEpochMilli(), delete.accountId(), roomId, delete.seq());
        statements.update("DELETE FROM reaction WHERE room_id = ? AND seq = ?", roomId, delete.seq());
        shares.change(roomId, head.authorId(), new Tally(-1, -head.bytes()));
        reindex(roomId, delete.seq(), Passage.ERASED);
    }

    /** Notes that the search index knows old words; nothing when it cannot have them yet, which is most of the time. */
    private void reindex(long roomId, long seq, int mark) throws SQLException {
        String sql = "INSERT INTO search_todo (room_id, seq, mark) SELECT id, ?, ? FROM room"
                + " WHERE id = ? AND last_seq >= ? ON CONFLICT DO NOTHING";
        statements.update(sql, seq, mark, roomId, SearchWriter.runEnd(seq));
    }

    /** Who reacted to a message, in order. */
    List<Reactor> reactors(long roomId, long seq) throws SQLException {
        String sql = "SELECT emoji, account_id FROM reaction WHERE room_id = ? AND seq = ? ORDER BY created_at, emoji";
        List<Reactor> all = new ArrayList<>();
        try (ResultSet found = statements.query(sql, roomId, seq)) {
            while (found.next()) {
                all.add(new Reactor(text(found, 1), found.getLong(2)));
            }
        }
        return all;
    }

    /** How many kinds of emoji a message has besides this one. */
    int otherEmoji(React react) throws SQLException {
        String sql = "SELECT COUNT(DISTINCT emoji) FROM reaction WHERE room_id = ? AND seq = ? AND emoji <> ?";
        return (int) statements.number(sql, react.roomId(), react.seq(), react.emoji());
    }

    /** How many reacted with this emoji. */
    int reactions(React react) throws SQLException {
        String sql = "SELECT COUNT(*) FROM reaction WHERE room_id = ? AND seq = ? AND emoji = ?";
        return (int) statements.number(sql, react.roomId(), react.seq(), react.emoji());
    }

    /** False when it was there. */
    boolean add(React react, long now) throws SQLException {
        String sql = "INSERT INTO reaction (room_id, seq, emoji, account_id, created_at) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING";
        return statements.update(sql, react.roomId(), react.seq(), react.emoji(), react.accountId(), now) == 1;
    }

    /** False when it was not there. */
    boolean remove(React react) throws SQLException {
        String sql = "DELETE FROM reaction WHERE room_id = ? AND seq = ? AND emoji = ? AND account_id = ?";
        return statements.update(sql, react.roomId(), react.seq(), react.emoji(), react.accountId()) == 1;
    }

    /** Notes the rooms' last numbers and whose is how much, and waits until all of it is on disk. */
    void commit() throws SQLException {
        for (Long roomId : grown) {
            statements.update("UPDATE room SET last_seq = ? WHERE id = ?", lastSeqs.getOrDefault(roomId, 0L), roomId);
        }
        shares.write(
                (sql, room, author, change) -> statements.update(sql, room, author, change.messages(), change.bytes()));
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

    @SuppressWarnings("NullAway") // NOT NULL in the schema
    private static String text(ResultSet found, int column) throws SQLException {
        return found.getString(column);
    }
}
