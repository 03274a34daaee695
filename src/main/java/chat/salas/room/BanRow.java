package chat.salas.room;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A ban's row.
 *
 * @param endsAt epoch milliseconds; null: until it is lifted
 * @param reason sealed; null without one
 */
@MappedEntity("ban")
record BanRow(
        @Id long id,
        long roomId,
        long accountId,
        long createdAt,
        @Nullable Long endsAt,
        long bannedBy,
        @Nullable Integer keyVersion,
        byte @Nullable [] reason) {}
