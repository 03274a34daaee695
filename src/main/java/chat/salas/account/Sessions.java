package chat.salas.account;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Actor.Credential;
import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people are signed in. A session ends when somebody ends it, after 30 days without use, and after 180 days in any case;
 * an account has at most 100, the oldest give way.
 */
@Singleton
public final class Sessions {
    /** One row of the list. */
    public record Entry(
            long id, String device, String address, Instant createdAt, Instant lastUsedAt, boolean current) {}

    /** How long a session lasts without being used. */
    public static final Duration IDLE = Duration.ofDays(30);

    /** How long a session lasts in any case. */
    public static final Duration LONGEST = Duration.ofDays(180);

    private static final int MOST = 100;

    private final SessionRepository rows;
    private final Tokens tokens;
    private final LastUse lastUse;
    private final Minting minting;
    private final Bus bus;
    private final CredentialCache cache = new CredentialCache();

    Sessions(SessionRepository rows, Tokens tokens, LastUse lastUse, Minting minting, Bus bus) {
        this.rows = rows;
        this.tokens = tokens;
        this.lastUse = lastUse;
        this.minting = minting;
        this.bus = bus;
    }

    /** Chance, numbers and time for new credentials. */
    @Singleton
    record Minting(Ids ids, SecureRandom random, InstantSource clock) {
        String token() {
            return RandomToken.draw(random);
        }
    }

    /** A new session; the only moment at which its token is known. */
    SignedIn begin(Account account, Device device) {
        String token = minting.token();
        long id = minting.ids().next();
        long now = minting.clock().millis();
        rows.save(new SessionRow(id, RandomToken.hash(token), account.id(), device.name(), device.address(), now, now));
        lastUse.note(new Credential.Session(id));
        rows.findBeyond(account.id(), MOST).forEach(this::end);
        return new SignedIn(account, actor(id, account), token);
    }

    private static Actor actor(long sessionId, Account account) {
        return new Actor(
                account.id(), account.displayName(), account.administrator(), new Credential.Session(sessionId));
    }

    /** Whom this cookie value proves, if anybody. Cached; an ended session is refused at once. */
    public Optional<Actor> resolve(String token) {
        return RandomToken.isPlausible(token) ? used(cache.resolve(token, this::load)) : Optional.empty();
    }

    /** As {@link #resolve}, but only from memory: never blocks. Empty: ask {@link #resolve}. */
    public Optional<Actor> remembered(String token) {
        return RandomToken.isPlausible(token) ? used(cache.remembered(token)) : Optional.empty();
    }

    private Optional<Actor> used(Optional<Actor> actor) {
        actor.ifPresent(found -> lastUse.note(found.credential()));
        return actor;
    }

    private @Nullable Actor load(byte[] hash) {
        long now = minting.clock().millis();
        return rows.findOwner(hash, now - LONGEST.toMillis(), now - IDLE.toMillis())
                .map(owner -> new Actor(
                        owner.accountId(),
                        owner.displayName(),
                        owner.administrator(),
                        new Credential.Session(owner.id())))
                .orElse(null);
    }

    /** The actor's sessions, newest first. */
    public List<Entry> list(Actor actor) {
        return rows.findByAccountIdOrderByIdDesc(actor.id()).stream()
                .map(row -> entry(row, actor.credential()))
                .toList();
    }

    private Entry entry(SessionRow row, Credential current) {
        Credential own = new Credential.Session(row.id());
        return new Entry(
                row.id(),
                row.device(),
                row.address(),
                Instant.ofEpochMilli(row.createdAt()),
                Instant.ofEpochMilli(lastUse.of(own, row.lastUsedAt())),
                own.equals(current));
    }

    /** Ends one of the actor's sessions; publishes {@link CredentialEnded}. */
    public void end(Actor actor, long sessionId) {
        SessionRow row = rows.findById(sessionId)
                .filter(found -> found.accountId() == actor.id())
                .orElseThrow(() -> new Problem.NotFound("There is no such session"));
        end(row);
    }

    /** Ends the very session (or token) that the actor is using. */
    public void signOut(Actor actor) {
        switch (actor.credential()) {
            case Credential.Session(long id) -> rows.findById(id).ifPresent(this::end);
            case Credential.Token(long id) -> tokens.endQuietly(id);
            case Credential.Operator() -> {}
        }
    }

    /** Ends all of the account's sessions but the one that is used for it. */
    void endOthers(Actor actor) {
        rows.findByAccountIdOrderByIdDesc(actor.id()).stream()
                .filter(row -> !new Credential.Session(row.id()).equals(actor.credential()))
                .forEach(this::end);
    }

    void endAll(long accountId) {
        rows.findByAccountIdOrderByIdDesc(accountId).forEach(this::end);
    }

    /**
     * Ends all of the account's sessions, inside a transaction.
     *
     * @return closes what they opened, once that is committed
     */
    Runnable cut(long accountId) {
        List<SessionRow> all = rows.findByAccountIdOrderByIdDesc(accountId);
        all.forEach(this::remove);
        return () -> all.forEach(this::ended);
    }

    void forgetNames(long accountId) {
        cache.forgetAccount(accountId);
    }

    private void end(SessionRow row) {
        remove(row);
        ended(row);
    }

    private void remove(SessionRow row) {
        lastUse.write(new Credential.Session(row.id()));
        rows.end(row.id());
    }

    private void ended(SessionRow row) {
        cache.forget(row.tokenHash());
        bus.publish(new CredentialEnded(row.accountId(), new Credential.Session(row.id())));
    }

    /** Ends what is too old, so that connections which never ask again are closed too. */
    @Scheduled(fixedDelay = "10m", initialDelay = "1m")
    void endExpired() {
        long now = minting.clock().millis();
        rows.findExpired(now - LONGEST.toMillis(), now - IDLE.toMillis()).forEach(this::end);
    }
}
