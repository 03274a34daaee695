package chat.salas.room;

import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem.Refused;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the admins of a room set, checked.
 *
 * @param listed whether those outside may know that the room is there
 * @param maxUploadBytes for one file
 * @param messagesPerMinute for each member; 0 = no limit
 * @param retentionDays 0 = for ever
 * @param newcomersSeeHistory whether who joins sees what was said before
 */
public record Settings(
        String name,
        String topic,
        boolean listed,
        boolean allowImages,
        boolean allowVideos,
        boolean allowFiles,
        long maxUploadBytes,
        int messagesPerMinute,
        int retentionDays,
        boolean newcomersSeeHistory) {
    static final int MAX_NAME = 80;
    static final int MAX_TOPIC = 250;
    private static final long UPLOAD = 50L << 20;
    private static final int MAX_MESSAGES_PER_MINUTE = 100_000;
    private static final int MAX_RETENTION_DAYS = 36_500;

    /** @throws Refused naming the first field that is out of bounds */
    static Settings of(NewRoom draft, RoomLimits limits) {
        return new Settings(
                PlainText.line("name", draft.name(), 1, MAX_NAME),
                PlainText.line("topic", draft.topic(), 0, MAX_TOPIC),
                orYes(draft.listed()),
                orYes(draft.allowImages()),
                orYes(draft.allowVideos()),
                orYes(draft.allowFiles()),
                upload(draft.maxUploadBytes(), limits.maxUploadBytes()),
                (int) within("messagesPerMinute", draft.messagesPerMinute(), MAX_MESSAGES_PER_MINUTE),
                (int) within("retentionDays", draft.retentionDays(), MAX_RETENTION_DAYS),
                true);
    }

    private static boolean orYes(@Nullable Boolean value) {
        return Objects.requireNonNullElse(value, true);
    }

    private static long upload(@Nullable Long bytes, long max) {
        if (bytes == null) {
            return Math.min(UPLOAD, max);
        }
        return within("maxUploadBytes", bytes, 1, max);
    }

    private static long within(String field, @Nullable Integer value, long max) {
        return value == null ? 0 : within(field, value.longValue(), 0, max);
    }

    private static long within(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new Refused(field, value + " (expected: " + min + ".." + max + ")");
        }
        return value;
    }
}
