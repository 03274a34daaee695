package chat.salas.web;

import chat.salas.room.Access;
import chat.salas.room.Encryption;
import chat.salas.room.Room;
import chat.salas.room.RoomView;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room on the wire. What is null is left out: to those without membership everything after {@code createdAt}.
 *
 * @param access how the one who asks stands to the room
 * @param members how many there are
 * @param maxUploadBytes the largest file that may be sent
 * @param messagesPerMinute for each member; 0 = no limit
 * @param retentionDays 0 = for ever
 * @param lastSeq the newest message's number, 0 for none
 * @param lastReadSeq up to where the one who asks has read
 * @param unread messages after that
 * @param newcomersSeeHistory whether who joins sees what was said before
 * @param mutedUntil until when the one who asks only reads
 * @param bannedUntil until when the one who asks is banned; left out for a ban without an end
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomJson(
        String slug,
        String name,
        String topic,
        Encryption encryption,
        Access access,
        int members,
        Instant createdAt,
        @Nullable Boolean listed,
        @Nullable Boolean allowImages,
        @Nullable Boolean allowVideos,
        @Nullable Boolean allowFiles,
        @Nullable Long maxUploadBytes,
        @Nullable Integer messagesPerMinute,
        @Nullable Integer retentionDays,
        @Nullable Long lastSeq,
        @Nullable Long lastReadSeq,
        @Nullable Long unread,
        @Nullable Boolean newcomersSeeHistory,
        @Nullable Instant mutedUntil,
        @Nullable Instant bannedUntil) {

    /** As much of the room as the view's account may see. */
    public static RoomJson of(RoomView view) {
        return view.access().isMember() ? whole(view) : card(view);
    }

    private static RoomJson card(RoomView view) {
        Room room = view.room();
        return new RoomJson(
                room.slug(),
                room.name(),
                room.topic(),
                room.encryption(),
                view.access(),
                view.members(),
                room.createdAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                view.bannedUntil());
    }

    private static RoomJson whole(RoomView view) {
        Room room = view.room();
        return new RoomJson(
                room.slug(),
                room.name(),
                room.topic(),
                room.encryption(),
                view.access(),
                view.members(),
                room.createdAt(),
                room.listed(),
                room.allowImages(),
                room.allowVideos(),
                room.allowFiles(),
                room.maxUploadBytes(),
                room.messagesPerMinute(),
                room.retentionDays(),
                view.lastSeq(),
                view.lastReadSeq(),
                view.unread(),
                room.newcomersSeeHistory(),
                view.mutedUntil(),
                null);
    }
}
