package chat.salas.web;

import chat.salas.message.Message;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on the wire, the same in REST answers and in frames. Every field is always present.
 *
 * @param id the sender's own UUID
 * @param at RFC 3339 in UTC with milliseconds
 * @param text null when deleted, sealed or unreadable
 * @param sealed always null in rooms that the server can read
 * @param deleted its content was erased and only the number is left
 * @param unreadable it stands, but what is stored was damaged or tampered with and cannot be shown
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MessageJson(
        String room,
        long seq,
        String id,
        Author author,
        String at,
        @Nullable String text,
        @Nullable SealedJson sealed,
        List<AttachmentJson> attachments,
        @Nullable Long replyTo,
        @Nullable String editedAt,
        boolean deleted,
        boolean unreadable,
        List<Reaction> reactions) {

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    /** Who wrote it; the id travels as a string. */
    @Serdeable
    public record Author(String id, String displayName) {}

    /** How many reacted with an emoji, and whether the reader did. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Reaction(String emoji, int count, boolean mine) {}

    /** The message as it goes to whoever it was read for. */
    public static MessageJson of(Message message) {
        return new MessageJson(
                message.room(),
                message.seq(),
                message.id().toString(),
                new Author(
                        Long.toString(message.author().id()), message.author().displayName()),
                time(message.at()),
                message.text(),
                null,
                List.of(),
                message.replyTo(),
                message.editedAt() == null ? null : time(message.editedAt()),
                message.deleted(),
                message.unreadable(),
                message.reactions().stream()
                        .map(r -> new Reaction(r.emoji(), r.count(), r.mine()))
                        .toList());
    }

    /** RFC 3339 in UTC with milliseconds, as all times on the wire. */
    public static String time(Instant at) {
        return TIME.format(at);
    }
}
