package chat.salas.room;

import chat.salas.kernel.FoldedName;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes a room's settings and nothing else of its row, inside the caller's transaction. */
@Singleton
final class SettingsWriter {
    private static final String WRITE = """
            UPDATE room SET name = ?, name_folded = ?, topic = ?, listed = ?, allow_images = ?, allow_videos = ?,
                allow_files = ?, max_upload_bytes = ?, messages_per_minute = ?, retention_days = ?,
                newcomers_see_history = ?
            WHERE id = ? AND deleted_at IS NULL""";

    private final JdbcOperations jdbc;

    SettingsWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void write(Room room) {
        jdbc.prepareStatement(WRITE, statement -> write(statement, room));
    }

    private static int write(PreparedStatement statement, Room room) throws SQLException {
        statement.setString(1, room.name());
        statement.setString(2, FoldedName.of(room.name()).value());
        statement.setString(3, room.topic());
        statement.setBoolean(4, room.listed());
        statement.setBoolean(5, room.allowImages());
        statement.setBoolean(6, room.allowVideos());
        statement.setBoolean(7, room.allowFiles());
        statement.setLong(8, room.maxUploadBytes());
        statement.setInt(9, room.messagesPerMinute());
        statement.setInt(10, room.retentionDays());
        statement.setBoolean(11, room.newcomersSeeHistory());
        statement.setLong(12, room.id());
        return statement.executeUpdate();
    }
}
