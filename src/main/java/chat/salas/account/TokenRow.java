package chat.salas.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_token}. */
@MappedEntity("api_token")
record TokenRow(
        @Id long id,
        byte[] tokenHash,
        long accountId,
        String name,
        long createdAt,
        @Nullable Long lastUsedAt) {}
