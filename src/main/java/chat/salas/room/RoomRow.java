package chat.salas.room;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A room's row; what others keep up to date there (newest message, number of members) is left out. */
@MappedEntity("room")
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
        long createdAt) {

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
                room.createdAt().toEpochMilli());
    }

    Room room() {
        return new Room(
                id,
                slug,
                name,
                topic,
                encryption,
                listed,
                allowImages,
                allowVideos,
                allowFiles,
                maxUploadBytes,
                messagesPerMinute,
                retentionDays,
                Instant.ofEpochMilli(createdAt));
    }
}
