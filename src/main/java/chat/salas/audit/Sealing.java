package chat.salas.audit;

import chat.salas.vault.CannotOpen;
import chat.salas.vault.MessageCipher;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Details to bytes and back: JSON, sealed under the room's key and bound to its row. */
@Singleton
final class Sealing {
    private static final Argument<LinkedHashMap<String, String>> WORDS = Argument.of(
            (Class<LinkedHashMap<String, String>>) (Class<?>) LinkedHashMap.class, String.class, String.class);

    private final MessageCipher cipher;
    private final JsonMapper json;

    Sealing(MessageCipher cipher, JsonMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    /** The row with the detail, sealed if it has a key version. */
    AuditRow seal(AuditRow row, AuditDetail detail) {
        byte[] bytes = bytes(detail.words());
        Integer version = row.keyVersion();
        byte[] kept = version == null ? bytes : cipher.seal(AuditRow.label(row, version), bytes);
        return new AuditRow(
                row.scope(),
                row.number(),
                row.at(),
                row.actorId(),
                row.action(),
                row.subjectId(),
                version,
                kept,
                row.mac());
    }

    /** Null when it was sealed under a key that is gone, or altered. */
    @Nullable
    AuditDetail open(AuditRow row) {
        try {
            Integer version = row.keyVersion();
            byte[] bytes = version == null ? row.detail() : cipher.open(AuditRow.label(row, version), row.detail());
            return new AuditDetail(json.readValue(bytes, WORDS));
        } catch (CannotOpen | IOException | IllegalArgumentException e) {
            return null;
        }
    }

    byte[] bytes(Map<String, ?> object) {
        try {
            return json.writeValueAsBytes(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
