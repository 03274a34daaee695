package chat.salas.room;

import java.time.Instant;

/** A room and its settings, without anybody's view of it. */
public record Room(
        long id,
        String slug,
        String name,
        String topic,
        Encryption encryption,
        boolean listed,
        boolean allowImages,
        boolean allowVideos,
        boolean allowFiles,
        long maxUploadBytes,
        int messagesPerMinute,
        int retentionDays,
        Instant createdAt) {

    /** The same room at another address. */
    Room at(String otherSlug) {
        return new Room(
                id,
                otherSlug,
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
                createdAt);
    }
}
