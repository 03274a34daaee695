package chat.salas.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code session}. */
@MappedEntity("session")
record SessionRow(
        @Id long id,
        byte[] tokenHash,
        long accountId,
        String device,
        String address,
        long createdAt,
        long lastUsedAt) {}
