package chat.salas.account;

import chat.salas.kernel.Actor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who shows which token, for a minute. Keyed by the token's hash, so that not even memory holds the token. Forgetting waits
 * for a look-up of the same token that is under way: once it returns, nobody is let in by what was true before.
 */
final class CredentialCache {
    private static final int MOST = 100_000;
    private static final Duration TRUST = Duration.ofMinutes(1);

    private final Cache<String, Actor> actors =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TRUST).build();

    /** @param load finds the actor by the token's hash; null when there is none, which is not remembered */
    Optional<Actor> resolve(String token, Function<byte[], @Nullable Actor> load) {
        byte[] hash = RandomToken.hash(token);
        return Optional.ofNullable(actors.get(RandomToken.hex(hash), _ -> load.apply(hash)));
    }

    Optional<Actor> remembered(String token) {
        return Optional.ofNullable(actors.getIfPresent(RandomToken.hex(RandomToken.hash(token))));
    }

    void forget(byte[] hash) {
        actors.invalidate(RandomToken.hex(hash));
    }

    /** For what is shown of an account; a look-up under way may bring the old name back for a minute. */
    void forgetAccount(long accountId) {
        actors.asMap().values().removeIf(actor -> actor.id() == accountId);
    }
}
