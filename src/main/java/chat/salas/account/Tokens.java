package chat.salas.account;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Actor.Credential;
import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API tokens, for programs: they act as their account until somebody ends them. At most 50 an account. */
@Singleton
public final class Tokens {
    /** What every token begins with, so that one that leaked can be recognised. */
    public static final String PREFIX = "salas_";

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 80;

    private final TokenRepository rows;
    private final LastUse lastUse;
    private final Sessions.Minting minting;
    private final Bus bus;
    private final CredentialCache cache = new CredentialCache();

    /** One row of the list; never the token. */
    public record Entry(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** A new token; the only moment at which it is known. */
    public record Created(long id, String name, String token) {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    Tokens(TokenRepository rows, LastUse lastUse, Sessions.Minting minting, Bus bus) {
        this.rows = rows;
        this.lastUse = lastUse;
        this.minting = minting;
        this.bus = bus;
    }

    /**
     * A new token of the actor's account.
     *
     * @param name 1..80 characters, to tell it from the others
     * @throws Problem.Conflict 409 when there are 50 already
     */
    public Created create(Actor actor, @Nullable String name) {
        String label = PlainText.line("name", name, 1, LONGEST_NAME);
        if (rows.countByAccountId(actor.id()) >= MOST) {
            throw new Problem.Conflict("tokens: " + MOST + " (expected: fewer; end one first)");
        }
        String token = PREFIX + minting.token();
        long id = minting.ids().next();
        rows.save(new TokenRow(
                id, RandomToken.hash(token), actor.id(), label, minting.clock().millis(), null));
        return new Created(id, label, token);
    }

    /** The actor's tokens, newest first. */
    public List<Entry> list(Actor actor) {
        return rows.findByAccountIdOrderByIdDesc(actor.id()).stream()
                .map(this::entry)
                .toList();
    }

    private Entry entry(TokenRow row) {
        long used = lastUse.of(new Credential.Token(row.id()), row.lastUsedAt() == null ? 0 : row.lastUsedAt());
        return new Entry(
                row.id(),
                row.name(),
                Instant.ofEpochMilli(row.createdAt()),
                used == 0 ? null : Instant.ofEpochMilli(used));
    }

    /** Ends one of the actor's tokens; publishes {@link CredentialEnded}. */
    public void end(Actor actor, long tokenId) {
        TokenRow row = rows.findById(tokenId)
                .filter(found -> found.accountId() == actor.id())
                .orElseThrow(() -> new Problem.NotFound("There is no such token"));
        end(row);
    }

    /** Whom this token proves, if anybody. Cached; an ended token is refused at once. */
    public Optional<Actor> resolve(String token) {
        return isPlausible(token) ? used(cache.resolve(token, this::load)) : Optional.empty();
    }

    /** As {@link #resolve}, but only from memory: never blocks. Empty: ask {@link #resolve}. */
    public Optional<Actor> remembered(String token) {
        return isPlausible(token) ? used(cache.remembered(token)) : Optional.empty();
    }

    private static boolean isPlausible(String token) {
        return token.startsWith(PREFIX) && RandomToken.isPlausible(token);
    }

    private Optional<Actor> used(Optional<Actor> actor) {
        actor.ifPresent(found -> lastUse.note(found.credential()));
        return actor;
    }

    private @Nullable Actor load(byte[] hash) {
        return rows.findOwner(hash)
                .map(owner -> new Actor(
                        owner.accountId(),
                        owner.displayName(),
                        owner.administrator(),
                        new Credential.Token(owner.id())))
                .orElse(null);
    }

    void endQuietly(long tokenId) {
        rows.findById(tokenId).ifPresent(this::end);
    }

    void endAll(long accountId) {
        rows.findByAccountIdOrderByIdDesc(accountId).forEach(this::end);
    }

    /** As {@link Sessions#cut}. */
    Runnable cut(long accountId) {
        List<TokenRow> all = rows.findByAccountIdOrderByIdDesc(accountId);
        all.forEach(this::remove);
        return () -> all.forEach(this::ended);
    }

    void forgetNames(long accountId) {
        cache.forgetAccount(accountId);
    }

    private void end(TokenRow row) {
        remove(row);
        ended(row);
    }

    private void remove(TokenRow row) {
        lastUse.write(new Credential.Token(row.id()));
        rows.end(row.id());
    }

    private void ended(TokenRow row) {
        cache.forget(row.tokenHash());
        bus.publish(new CredentialEnded(row.accountId(), new Credential.Token(row.id())));
    }
}
