package chat.salas.room;

import chat.salas.kernel.FoldedName;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Where;
import java.time.Instant;

/** A room's row, unless it was deleted; what others keep up to date there (newest message, number of members) is left out. */
@MappedEntity("room")
@Where("@.deleted_at IS NULL")
record RoomRow(
        @Id long id,
        String slug,
        String name,
        String nameFolded,
        String topic,
        Encryption encryption,
        boolean listed,
        boolean allowImages,
        boolean allowVideos,
        boolean allowFiles,
        long maxUploadBytes,
        int messagesPerMinute,
        int retentionDays,
        boolean newcomersSeeHistory,
        long createdAt,
        long clearedSeq) {

    static RoomRow of(Room room) {
        return new RoomRow(
                room.id(),
                room.slug(),
                room.name(),
                FoldedName.of(room.name()).value(),
                room.topic(),
                room.encryption(),
                room.listed(),
                room.allowImages(),
                room.allowVideos(),
                room.allowFiles(),
                room.maxUploadBytes(),
                room.messagesPerMinute(),
                room.retentionDays(),
                room.newcomersSeeHistory(),
                room.createdAt().toEpochMilli(),
                room.clearedSeq());
    }

    Room room() {
        return new Room(id, slug, encryption, settings(), Instant.ofEpochMilli(createdAt), clearedSeq);
    }

    private Settings settings() {
        return new Settings(
                name,
                topic,
                listed,
                allowImages,
                allowVideos,
                allowFiles,
                maxUploadBytes,
                messagesPerMinute,
                retentionDays,
                newcomersSeeHistory);
    }
}
