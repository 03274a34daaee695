package chat.salas.web;

import chat.salas.kernel.Problem.Malformed;
import chat.salas.kernel.Problem.Refused;
import chat.salas.message.Draft;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to say, from REST or from a frame.
 *
 * @param id the sender's own UUID; null: the server makes one
 * @param text exactly one of text and sealed
 * @param replyTo the seq that it answers
 */
@Serdeable
public record DraftJson(
        @Nullable String id,
        @Nullable String text,
        @Nullable SealedJson sealed,
        @Nullable Long replyTo) {
    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /**
     * The draft, for a room whose messages the server can read.
     *
     * @throws Malformed (400) when the id is no UUID
     * @throws Refused (422) when there is not exactly one of text and sealed, or sealed
     */
    public Draft parse() {
        return new Draft(uuid(), words(text, sealed), replyTo);
    }

    /** The text of a new or edited message; the same rule for both. */
    public static String words(@Nullable String text, @Nullable SealedJson sealed) {
        if (text != null && sealed != null) {
            throw new Refused("sealed", "there is text as well (expected: either of them)");
        }
        if (sealed != null) {
            throw new Refused("sealed", "this room takes text");
        }
        if (text == null) {
            throw new Refused("text", "is missing");
        }
        return text;
    }

    private @Nullable UUID uuid() {
        if (id == null) {
            return null;
        }
        if (!UUID_FORM.matcher(id).matches()) {
            throw new Malformed("id", "not a UUID (expected: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)");
        }
        return UUID.fromString(id);
    }
}
