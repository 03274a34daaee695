package chat.salas.room;

import chat.salas.kernel.Actor;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
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
        boolean newcomersSeeHistory,
        long createdAt,
        long clearedSeq,
        int members,
        long lastSeq,
        @Nullable Role role,
        @Nullable Long readSeq,
        @Nullable Long fromSeq,
        @Nullable Long mutedUntil,
        boolean banned,
        @Nullable Long bannedUntil,
        boolean requested,
        int requests,
        boolean invited) {

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

    Access access() {
        if (role != null) {
            return role.access();
        }
        if (banned) {
            return Access.BANNED;
        }
        if (requested) {
            return Access.REQUESTED;
        }
        return invited ? Access.INVITED : Access.NONE;
    }

    Standing standing(long now) {
        return new Standing(access(), listed, encryption, muted(now));
    }

    /** Nothing for those who are no members. */
    Optional<Membership> membership(Actor actor, long now) {
        return Optional.ofNullable(role).map(held -> new Membership(actor, room(), held, orZero(fromSeq), muted(now)));
    }

    private @Nullable Instant muted(long now) {
        return mutedUntil == null || mutedUntil <= now ? null : Instant.ofEpochMilli(mutedUntil);
    }

    /** @param pendingReadSeq the mark in memory, which may be ahead of the row */
    RoomView view(long pendingReadSeq, long now) {
        if (role == null) {
            return new RoomView(room(), access(), members, 0, 0, null, moment(bannedUntil), 0);
        }
        long floor = Math.max(clearedSeq, orZero(fromSeq));
        long read = Math.max(Math.max(orZero(readSeq), pendingReadSeq), floor);
        return new RoomView(room(), access(), members, lastSeq, read, muted(now), null, requests);
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
