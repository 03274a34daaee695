package chat.salas.rest;

import chat.salas.kernel.Problem.Refused;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A read mark.
 *
 * @param seq 0 or more
 */
@Serdeable
record ReadJson(@Nullable Long seq) {
    long required() {
        if (seq == null) {
            throw new Refused("seq", "is missing");
        }
        return seq;
    }
}
