package chat.salas.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}; without address and password once it is deleted. Counts and lists have queries of their own. */
@MappedEntity("account")
record AccountRow(
        @Id long id,
        @Nullable String email,
        String displayName,
        @Nullable String passwordHash,
        boolean administrator,
        @Nullable String locale,
        long createdAt,
        @Nullable Long deletedAt,
        @Nullable Long disabledAt) {

    /** Whether somebody can sign in to it. */
    boolean isOpen() {
        return deletedAt == null && disabledAt == null;
    }

    Account account() {
        return new Account(
                id,
                email == null ? "" : email,
                displayName,
                administrator,
                locale == null ? null : Locale.forLanguageTag(locale),
                Instant.ofEpochMilli(createdAt));
    }
}
