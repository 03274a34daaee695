package chat.salas.account;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person's account as its owner sees it.
 *
 * @param locale the language chosen in the profile, or null for the browser's
 */
public record Account(
        long id,
        String email,
        String displayName,
        boolean administrator,
        @Nullable Locale locale,
        Instant createdAt) {}
