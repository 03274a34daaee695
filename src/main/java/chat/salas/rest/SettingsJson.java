package chat.salas.rest;

import chat.salas.kernel.Problem.Refused;
import chat.salas.room.Encryption;
import chat.salas.room.SettingsChange;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different; what is absent stays as it is.
 *
 * @param name 1 to 80 characters on one line; the slug stays the same
 * @param topic at most 250 characters on one line
 * @param encryption can never change: anything but what it is is refused
 * @param listed false: to those outside, the room is not there
 * @param maxUploadBytes 1 to the most that this server allows (1 GiB unless configured)
 * @param messagesPerMinute for each member, at most 100,000; 0 = no limit
 * @param retentionDays at most 36,500; 0 = for ever
 * @param newcomersSeeHistory whether those who join from now on see what was said before
 */
@Serdeable
record SettingsJson(
        @Nullable String name,
        @Nullable String topic,
        @Nullable String encryption,
        @Nullable Boolean listed,
        @Nullable Boolean allowImages,
        @Nullable Boolean allowVideos,
        @Nullable Boolean allowFiles,
        @Nullable Long maxUploadBytes,
        @Nullable Integer messagesPerMinute,
        @Nullable Integer retentionDays,
        @Nullable Boolean newcomersSeeHistory) {

    /** @throws Refused when the encryption would be another */
    SettingsChange change(Encryption present) {
        if (encryption != null && !encryption.equals(present.name())) {
            throw new Refused("encryption", "can never change (expected: " + present + ")");
        }
        return new SettingsChange(
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
}
