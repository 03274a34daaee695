package chat.salas.room;

import chat.salas.vault.MessageLabel;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An access request's row; without words when somebody asked without. */
@MappedEntity("access_request")
record AccessRequestRow(
        @Id long id,
        long roomId,
        long accountId,
        long createdAt,
        @Nullable Integer keyVersion,
        byte @Nullable [] words) {

    /** What the words are sealed under. */
    MessageLabel label(int version) {
        return new MessageLabel(MessageLabel.Kind.REQUEST, roomId, version, new UUID(0, id), accountId, createdAt, 0);
    }

    AccessRequestRow saying(int version, byte[] sealed) {
        return new AccessRequestRow(id, roomId, accountId, createdAt, version, sealed);
    }
}
