package chat.salas.room;

import org.jspecify.annotations.Nullable;

/**
 * What shall be different about a room; null leaves a thing as it is. Bounds are those of {@link NewRoom}. How a room is
 * encrypted and its slug never change.
 *
 * @param newcomersSeeHistory whether those who join from now on see what was said before
 */
public record SettingsChange(
        @Nullable String name,
        @Nullable String topic,
        @Nullable Boolean listed,
        @Nullable Boolean allowImages,
        @Nullable Boolean allowVideos,
        @Nullable Boolean allowFiles,
        @Nullable Long maxUploadBytes,
        @Nullable Integer messagesPerMinute,
        @Nullable Integer retentionDays,
        @Nullable Boolean newcomersSeeHistory) {
    /** Changes nothing. */
    public static final SettingsChange NONE =
            new SettingsChange(null, null, null, null, null, null, null, null, null, null);
}
