package chat.salas.web;

import chat.salas.kernel.Problem.Malformed;
import chat.salas.kernel.Problem.Refused;
import chat.salas.message.Draft;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HexFormat;
import java.util.UUID;
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
    private static final String UUID_FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

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
        if (!isUuid(id)) {
            throw new Malformed("id", "not a UUID (expected: " + UUID_FORM + ")");
        }
        return UUID.fromString(id);
    }

    /** Stricter than {@link UUID#fromString}, which takes signs and missing zeros. */
    private static boolean isUuid(String id) {
        boolean fits = id.length() == UUID_FORM.length();
        for (int i = 0; fits && i < id.length(); i++) {
            fits = UUID_FORM.charAt(i) == '-' ? id.charAt(i) == '-' : HexFormat.isHexDigit(id.charAt(i));
        }
        return fits;
    }
}
