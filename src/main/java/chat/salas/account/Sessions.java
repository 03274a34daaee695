package chat.salas.account;

import chat.salas.kernel.Actor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where people are signed in. */
@Singleton
public final class Sessions {
    /** One row of the list. */
    public record Entry(
            long id, String device, String address, Instant createdAt, Instant lastUsedAt, boolean current) {}

    /** Whom this cookie value proves, if anybody. Cached; an ended session is refused at once. */
    public Optional<Actor> resolve(String token) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #resolve}, but only from memory: never blocks. Empty: ask {@link #resolve}. */
    public Optional<Actor> remembered(String token) {
        return Optional.empty();
    }

    public List<Entry> list(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Ends one of the actor's sessions; publishes {@link CredentialEnded}. */
    public void end(Actor actor, long sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Ends the very session (or token) that the actor is using. */
    public void signOut(Actor actor) {
        throw new UnsupportedOperationException();
    }
}
