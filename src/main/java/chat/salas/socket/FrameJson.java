package chat.salas.socket;

import chat.salas.kernel.Problem;
import chat.salas.room.Encryption;
import chat.salas.room.Muted;
import chat.salas.room.Role;
import chat.salas.room.Room;
import chat.salas.web.MessageJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says, but for messages and that they are stored ({@link chat.salas.web.MessageBytes}). */
sealed interface FrameJson {
    /** First in every frame. */
    String type();

    @Serdeable
    record Joined(
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ref,

            String room,
            long lastSeq,
            int members)
            implements FrameJson {}

    /** {@code left} answers a leave. */
    @Serdeable
    record Left(
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ref,

            String room) implements FrameJson {}

    @Serdeable
    record Pong(
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ref) implements FrameJson {}

    @Serdeable
    record Deleted(String type, String room, long seq, String deletedBy) implements FrameJson {}

    @Serdeable
    record Reacted(String type, String room, long seq, String emoji, String userId, boolean added, int count)
            implements FrameJson {}

    @Serdeable
    record Typing(String type, String room, String userId, String displayName) implements FrameJson {}

    @Serdeable
    record Presence(String type, String userId, boolean online) implements FrameJson {}

    @Serdeable
    record Removed(String type, String room, boolean banned) implements FrameJson {}

    /** To the one concerned only; {@code until} is null once it was lifted. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MutedUntil(String type, String room, @Nullable String until) implements FrameJson {}

    /** To the one concerned only. */
    @Serdeable
    record RoleIs(String type, String room, Role role) implements FrameJson {}

    /** A room's settings, without anybody's view of it. */
    @Serdeable
    record Settings(
            String type,
            String room,
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
            String createdAt)
            implements FrameJson {
        static Settings of(Room room) {
            return new Settings(
                    "settings",
                    room.slug(),
                    room.slug(),
                    room.name(),
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
                    MessageJson.time(room.createdAt()));
        }
    }

    /** Nothing up to {@code upToSeq} is there any more. */
    @Serdeable
    record Shortened(String type, String room, long upToSeq) implements FrameJson {}

    /** The room itself is gone. */
    @Serdeable
    record RoomGone(String type, String room) implements FrameJson {}

    /** {@code room} is there when the failure ended a join. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Failed(
            String type,
            @Nullable String ref,
            @Nullable String room,
            int status,
            String title,
            String detail,
            List<FieldError> errors,
            @Nullable Long retryAfter,
            @Nullable String mutedUntil)
            implements FrameJson {
        static Failed of(@Nullable String ref, @Nullable String room, Problem problem) {
            return new Failed(
                    "error",
                    ref,
                    room,
                    problem.status(),
                    problem.title(),
                    problem.detail(),
                    problem.errors().stream()
                            .map(e -> new FieldError(e.field(), e.message()))
                            .toList(),
                    seconds(problem.retryAfter()),
                    problem instanceof Muted muted ? MessageJson.time(muted.until()) : null);
        }

        private static @Nullable Long seconds(@Nullable Duration wait) {
            return wait == null ? null : Math.max(1, wait.plusMillis(999).toSeconds());
        }
    }

    @Serdeable
    record FieldError(String field, String message) {}
}
