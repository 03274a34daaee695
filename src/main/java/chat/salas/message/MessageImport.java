package chat.salas.message;

import chat.salas.message.Bodies.Body;
import chat.salas.message.Bodies.Place;
import chat.salas.room.Room;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    private record Sealed(long seq, UUID id, Said said, Body body) {}

    /** Fills a room that has no messages; numbers them from 1 in their order, which should be that of their times. */
    public void fill(Room room, List<Said> conversation) {
        for (int from = 0; from < conversation.size(); from += BATCH) {
            int to = Math.min(conversation.size(), from + BATCH);
            List<Sealed> batch = seal(room, from, conversation.subList(from, to));
            transactions.executeWrite(status -> write(status.getConnection(), room, batch));
        }
        indexer.wake(room.id());
    }

    private List<Sealed> seal(Room room, int before, List<Said> part) {
        List<Sealed> sealed = new ArrayList<>(part.size());
        for (Said said : part) {
            UUID id = stamps.id(said.at());
            Place place = new Place(room.id(), id, said.authorId(), said.at().toEpochMilli());
            sealed.add(new Sealed(before + sealed.size() + 1L, id, said, bodies.seal(place, 0, said.text())));
        }
        return sealed;
    }

    private static long write(Connection connection, Room room, List<Sealed> batch) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement like = connection.prepareStatement(LIKE);
                PreparedStatement grow = connection.prepareStatement(GROW)) {
            for (Sealed one : batch) {
                bind(add, room.id(), one);
                for (Liked liked : one.said().likes()) {
                    bind(like, room.id(), one.seq(), liked);
                }
            }
            add.executeBatch();
            like.executeBatch();
            grow.setLong(1, batch.getLast().seq());
            grow.setLong(2, room.id());
            grow.executeUpdate();
        }
        return share(connection, room, batch);
    }

    private static long share(Connection connection, Room room, List<Sealed> batch) throws SQLException {
        Shares shares = new Shares();
        for (Sealed one : batch) {
            shares.change(
                    room.id(), one.said().authorId(), new Tally(1, one.body().sealed().length));
        }
        Statements database = new Statements(connection);
        shares.write(
                (sql, roomId, author, more) -> database.update(sql, roomId, author, more.messages(), more.bytes()));
        return batch.size();
    }

    private static void bind(PreparedStatement add, long roomId, Sealed one) throws SQLException {
        add.setLong(1, roomId);
        add.setLong(2, one.seq());
        add.setBytes(3, Row.bytes(one.id()));
        add.setLong(4, one.said().authorId());
        add.setLong(5, one.said().at().toEpochMilli());
        add.setObject(6, one.said().replyTo());
        add.setInt(7, one.body().keyVersion());
        add.setBytes(8, one.body().sealed());
        add.addBatch();
    }

    private static void bind(PreparedStatement like, long roomId, long seq, Liked liked) throws SQLException {
        like.setLong(1, roomId);
        like.setLong(2, seq);
        like.setString(3, liked.emoji());
        like.setLong(4, liked.accountId());
        like.setLong(5, liked.at().toEpochMilli());
        like.addBatch();
    }
}
