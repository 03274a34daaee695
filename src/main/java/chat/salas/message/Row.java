package chat.salas.message;

import chat.salas.message.Message.Author;
import chat.salas.message.Message.Reaction;
import chat.salas.room.Room;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as it is stored, with its author's name. */
record Row(
        long seq,
        UUID id,
        Author author,
        long createdAt,
        @Nullable Long editedAt,
        @Nullable Long deletedBy,
        @Nullable Long replyTo,
        int revision,
        int keyVersion,
        byte @Nullable [] body) {

    /** For {@link #read}: m is the message, a its author. */
    static final String COLUMNS =
            "m.seq, m.client_id, m.author_id, a.display_name, m.created_at, m.edited_at, m.deleted_by,"
                    + " m.reply_to, m.revision, m.key_version, m.body";

    @SuppressWarnings("NullAway") // what the schema says is not null
    static Row read(ResultSet found) throws SQLException {
        return new Row(
                found.getLong(1),
                uuid(found.getBytes(2)),
                new Author(found.getLong(3), found.getString(4)),
                found.getLong(5),
                number(found, 6),
                number(found, 7),
                number(found, 8),
                found.getInt(9),
                found.getInt(10),
                found.getBytes(11));
    }

    /** How many bytes its body takes. */
    int size() {
        return body == null ? 0 : body.length;
    }

    private static @Nullable Long number(ResultSet found, int column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }

    /** The message that it is, with these words. */
    Message message(Room room, @Nullable String text, List<Reaction> reactions) {
        Instant edited = editedAt == null ? null : Instant.ofEpochMilli(editedAt);
        return new Message(
                room.id(),
                room.slug(),
                seq,
                id,
                author,
                Instant.ofEpochMilli(createdAt),
                text,
                replyTo,
                edited,
                deletedBy,
                reactions);
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
