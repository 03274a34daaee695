package chat.salas.room;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A room as the database knows it for one account, in one row. */
@MappedEntity("room")
record Glance(
        @Id long id,
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
        long createdAt,
        int members,
        long lastSeq,
        @Nullable Role role,
        @Nullable Long readSeq,
        boolean banned,
        boolean invited) {

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

    Access access() {
        if (role != null) {
            return role.access();
        }
        if (banned) {
            return Access.BANNED;
        }
        return invited ? Access.INVITED : Access.NONE;
    }

    Standing standing() {
        return new Standing(access(), listed, encryption);
    }

    /** @param pendingReadSeq the mark in memory, which may be ahead of the row */
    RoomView view(long pendingReadSeq) {
        if (role == null) {
            return new RoomView(room(), access(), members, 0, 0);
        }
        long read = Math.max(readSeq == null ? 0 : readSeq, pendingReadSeq);
        return new RoomView(room(), access(), members, lastSeq, read);
    }
}
