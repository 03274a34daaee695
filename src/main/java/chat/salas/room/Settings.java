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

    /** @throws Refused naming the first field that is out of bounds */
    static Settings of(NewRoom draft, RoomLimits limits) {
        Settings usual =
                new Settings("", "", true, true, true, true, Math.min(UPLOAD, limits.maxUploadBytes()), 0, 0, true);
        return usual.with(
                new SettingsChange(
                        draft.name(),
                        draft.topic(),
                        draft.listed(),
                        draft.allowImages(),
                        draft.allowVideos(),
                        draft.allowFiles(),
                        draft.maxUploadBytes(),
                        draft.messagesPerMinute(),
                        draft.retentionDays(),
                        null),
                limits);
    }

    /** @throws Refused naming the first field that would be out of bounds */
    Settings with(SettingsChange change, RoomLimits limits) {
        return new Settings(
                PlainText.line("name", or(change.name(), name), 1, MAX_NAME),
                PlainText.line("topic", or(change.topic(), topic), 0, MAX_TOPIC),
                or(change.listed(), listed),
                or(change.allowImages(), allowImages),
                or(change.allowVideos(), allowVideos),
                or(change.allowFiles(), allowFiles),
                within("maxUploadBytes", or(change.maxUploadBytes(), maxUploadBytes), 1, limits.maxUploadBytes()),
                within("messagesPerMinute", or(change.messagesPerMinute(), messagesPerMinute), MAX_MESSAGES_PER_MINUTE),
                within("retentionDays", or(change.retentionDays(), retentionDays), RoomSettings.MAX_RETENTION_DAYS),
                or(change.newcomersSeeHistory(), newcomersSeeHistory));
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return Objects.requireNonNullElse(wanted, present);
    }

    private static int within(String field, int value, int max) {
        return (int) within(field, value, 0, max);
    }

    private static long within(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new Refused(field, value + " (expected: " + min + ".." + max + ")");
        }
        return value;
    }
}
