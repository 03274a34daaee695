package chat.salas.rest;

import chat.salas.account.Account;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The account that is signed in.
 *
 * @param id 64 bits, as a string
 * @param email in lower case
 * @param displayName the name that others see
 * @param administrator whether it administers this server, which opens no room
 * @param locale the language chosen in the profile; null: the browser's
 * @param createdAt when it was made
 * @param hasEncryptionKeys whether it has an end-to-end identity
 */
@Serdeable
@Schema(name = "Account")
record AccountJson(
        String id,
        String email,
        String displayName,
        boolean administrator,
        @Nullable String locale,
        Instant createdAt,
        boolean hasEncryptionKeys) {

    static AccountJson of(Account account) {
        Locale locale = account.locale();
        return new AccountJson(
                Long.toString(account.id()),
                account.email(),
                account.displayName(),
                account.administrator(),
                locale == null ? null : locale.toLanguageTag(),
                account.createdAt(),
                false);
    }
}
