package chat.salas.rest;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** An account as others see it. */
@Serdeable
record PersonJson(String id, String displayName) {
    /** Null for nobody, whose id is 0. */
    static @Nullable PersonJson of(long id, String displayName) {
        return id == 0 ? null : new PersonJson(Long.toString(id), displayName);
    }
}
