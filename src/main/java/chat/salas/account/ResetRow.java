package chat.salas.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code password_reset}. */
@MappedEntity("password_reset")
record ResetRow(@Id byte[] tokenHash, long accountId, long expiresAt) {}
