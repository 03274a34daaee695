package chat.salas.room;

import org.jspecify.annotations.Nullable;

/** What somebody wants a new room to be; null means the default. */
public record NewRoom(
        String name,
        @Nullable String topic,
        @Nullable Encryption encryption,
        @Nullable Boolean listed,
        @Nullable Boolean allowImages,
        @Nullable Boolean allowVideos,
        @Nullable Boolean allowFiles,
        @Nullable Long maxUploadBytes,
        @Nullable Integer messagesPerMinute,
        @Nullable Integer retentionDays) {
    /** A room of the defaults. */
    public static NewRoom named(String name) {
        return new NewRoom(name, null, null, null, null, null, null, null, null, null);
    }
}
