package chat.salas.rest;

import chat.salas.kernel.Problem.Refused;
import chat.salas.room.Encryption;
import chat.salas.room.NewRoom;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A room to be made; what is absent is as usual.
 *
 * @param name 1 to 80 characters on one line
 * @param topic at most 250 characters on one line
 * @param encryption {@code AT_REST}; {@code E2EE} is refused by this version
 * @param listed false: to those outside, the room is not there
 * @param maxUploadBytes 1 to the most that this server allows (1 GiB unless configured)
 * @param messagesPerMinute for each member, at most 100,000; 0 = no limit
 * @param retentionDays at most 36,500; 0 = for ever
 */
@Serdeable
record NewRoomJson(
        @Nullable String name,
        @Nullable String topic,
        @Nullable String encryption,
        @Nullable Boolean listed,
        @Nullable Boolean allowImages,
        @Nullable Boolean allowVideos,
        @Nullable Boolean allowFiles,
        @Nullable Long maxUploadBytes,
        @Nullable Integer messagesPerMinute,
        @Nullable Integer retentionDays) {

    NewRoom draft() {
        return new NewRoom(
                name == null ? "" : name,
                topic,
                encryption == null ? null : encryption(encryption),
                listed,
                allowImages,
                allowVideos,
                allowFiles,
                maxUploadBytes,
                messagesPerMinute,
                retentionDays);
    }

    private static Encryption encryption(String text) {
        return Arrays.stream(Encryption.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused("encryption", "is unknown (expected: AT_REST)"));
    }
}
