package chat.salas.message;

import chat.salas.message.Bodies.Body;
import chat.salas.message.Bodies.Place;
import chat.salas.room.Room;
import chat.salas.search.SearchWriter;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole conversations at once, for an operator who fills an instance: encrypted like any other message, but without asking
 * for rights or limits and without telling anybody who is connected.
 */
@Singleton
public final class MessageImport {
    private static final int BATCH = 2_000;
    private static final String ADD = "INSERT INTO message (room_id, seq, client_id, author_id, created_at, reply_to,"
            + " key_version, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LIKE =
            "INSERT INTO reaction (room_id, seq, emoji, account_id, created_at) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String GROW = "UPDATE room SET last_seq = ? WHERE id = ?";

    private final Stamps stamps;
    private final Bodies bodies;
    private final TransactionOperations<Connection> transactions;
    private final Indexer indexer;

    MessageImport(Stamps stamps, Bodies bodies, TransactionOperations<Connection> transactions, Indexer indexer) {
        this.stamps = stamps;
        this.bodies = bodies;
        this.transactions = transactions;
        this.indexer = indexer;
    }

    /**
     * One message.
     *
     * @param replyTo the number of an earlier one of the conversation, the first being 1
     */
    public record Said(
            long authorId,
            Instant at,
            String text,
            @Nullable Long replyTo,
            List<Liked> likes) {}

    /** A reaction. */
    public record Liked(long accountId, String emoji, Instant at) {}

    /** All that was said in a room that has no messages, in the order of its times. It is numbered from 1. */
    public record Conversation(Room room, List<Said> said) {}

    private record Sealed(long roomId, long seq, UUID id, Said said, Body body) {}

    /** Fills rooms one after the other, as they come, and holds no more than the conversation that it is at. */
    public void fill(Stream<Conversation> conversations) {
        List<Sealed> batch = new ArrayList<>(BATCH);
        conversations.forEach(conversation -> fill(conversation, batch));
        flush(batch);
    }

    private void fill(Conversation conversation, List<Sealed> batch) {
        long roomId = conversation.room().id();
        long seq = 0;
        for (Said said : conversation.said()) {
            batch.add(seal(roomId, ++seq, said));
            if (batch.size() == BATCH) {
                flush(batch);
            }
        }
    }

    private Sealed seal(long roomId, long seq, Said said) {
        UUID id = stamps.id(said.at());
        Place place = new Place(roomId, id, said.authorId(), said.at().toEpochMilli());
        return new Sealed(roomId, seq, id, said, bodies.seal(place, 0, said.text()));
    }

    private void flush(List<Sealed> batch) {
        if (!batch.isEmpty()) {
            transactions.executeWrite(status -> write(status.getConnection(), batch));
            batch.stream().filter(one -> one.seq() % SearchWriter.RUN == 0).forEach(one -> indexer.wake(one.roomId()));
            batch.clear();
        }
    }

    private static long write(Connection connection, List<Sealed> batch) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement like = connection.prepareStatement(LIKE);
                PreparedStatement grow = connection.prepareStatement(GROW)) {
            Map<Long, Long> last = new LinkedHashMap<>();
            for (Sealed one : batch) {
                bind(add, one);
                for (Liked liked : one.said().likes()) {
                    bind(like, one, liked);
                }
                last.put(one.roomId(), one.seq());
            }
            add.executeBatch();
            like.executeBatch();
            for (Map.Entry<Long, Long> room : last.entrySet()) {
                grow.setLong(1, room.getValue());
                grow.setLong(2, room.getKey());
                grow.addBatch();
            }
            grow.executeBatch();
        }
        return share(connection, batch);
    }

    private static long share(Connection connection, List<Sealed> batch) throws SQLException {
        Shares shares = new Shares();
        for (Sealed one : batch) {
            shares.change(
                    one.roomId(), one.said().authorId(), new Tally(1, one.body().sealed().length));
        }
        Statements database = new Statements(connection);
        shares.write((sql, room, author, more) -> database.update(sql, room, author, more.messages(), more.bytes()));
        return batch.size();
    }

    private static void bind(PreparedStatement add, Sealed one) throws SQLException {
        add.setLong(1, one.roomId());
        add.setLong(2, one.seq());
        add.setBytes(3, Row.bytes(one.id()));
        add.setLong(4, one.said().authorId());
        add.setLong(5, one.said().at().toEpochMilli());
        add.setObject(6, one.said().replyTo());
        add.setInt(7, one.body().keyVersion());
        add.setBytes(8, one.body().sealed());
        add.addBatch();
    }

    private static void bind(PreparedStatement like, Sealed one, Liked liked) throws SQLException {
        like.setLong(1, one.roomId());
        like.setLong(2, one.seq());
        like.setString(3, liked.emoji());
        like.setLong(4, liked.accountId());
        like.setLong(5, liked.at().toEpochMilli());
        like.addBatch();
    }
}
