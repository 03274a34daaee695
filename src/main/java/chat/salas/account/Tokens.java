package chat.salas.account;

import chat.salas.kernel.Actor;
import jakarta.inject.Singleton;
import java.util.Optional;

/** API tokens, for programs. */
@Singleton
public final class Tokens {
    /** Whom this token proves, if anybody. */
    public Optional<Actor> resolve(String token) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #resolve}, but only from memory: never blocks. Empty: ask {@link #resolve}. */
    public Optional<Actor> remembered(String token) {
        return Optional.empty();
    }
}
