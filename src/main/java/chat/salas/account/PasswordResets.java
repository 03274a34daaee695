package chat.salas.account;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.mail.Mailer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Links that let somebody who cannot sign in set a new password, once, within a day. Safe because a link holds 256 random bits
 * of which only the SHA-256 is stored, and because using it ends all other links and sessions of the account. The old password
 * opens until then, so that nobody can lock others out by asking for links.
 */
@Singleton
public final class PasswordResets {
    /** How long a link can be used. */
    public static final Duration LIFE = Duration.ofDays(1);

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int MOST_ASKED_FOR = 5;

    private final ResetRepository rows;
    private final AccountRepository accounts;
    private final Sessions sessions;
    private final Office office;
    private final Tools tools;

    PasswordResets(ResetRepository rows, AccountRepository accounts, Sessions sessions, Office office, Tools tools) {
        this.rows = rows;
        this.accounts = accounts;
        this.sessions = sessions;
        this.office = office;
        this.tools = tools;
    }

    /** What it takes. */
    @Singleton
    record Tools(
            Accounts.Gate gate,
            Sessions.Minting minting,
            TransactionOperations<Connection> transactions,
            AuditLog audit,
            Mailer mailer,
            @Named(TaskExecutors.VIRTUAL) ExecutorService background) {
        long now() {
            return minting.clock().millis();
        }
    }

    /**
     * A link for an administrator to pass on.
     *
     * @param url the only place where its token is known
     * @param mailed whether a mail with it is on its way
     */
    public record Link(String url, Instant expiresAt, boolean mailed) {
        /** Never shows the link. */
        @Override
        public String toString() {
            return "Link[" + expiresAt + "]";
        }
    }

    /**
     * Makes a link for somebody else, in place of all earlier ones, and mails it when mail is configured.
     *
     * @param url from a token to the page where it is used
     * @throws Problem 403 for others than administrators, 404 without such an account, 409 when it is disabled
     */
    public Link make(Actor actor, long accountId, UnaryOperator<String> url) {
        String token = tools.minting().token();
        long expiresAt = tools.now() + LIFE.toMillis();
        Account account = office.act(actor, () -> {
            Account found = open(accountId);
            rows.forget(accountId);
            rows.save(new ResetRow(RandomToken.hash(token), accountId, expiresAt));
            office.record(actor, AuditAction.RESET_LINK_MADE, accountId, AuditDetail.NONE);
            return found;
        });
        String link = url.apply(token);
        boolean mailed = tools.mailer().send(ResetLetter.to(account, link, null));
        return new Link(link, Instant.ofEpochMilli(expiresAt), mailed);
    }

    private Account open(long accountId) {
        AccountRow row = accounts.findById(accountId)
                .filter(found -> found.deletedAt() == null)
                .orElseThrow(() -> new Problem.NotFound("There is no such account"));
        if (!row.isOpen()) {
            throw new Problem.Conflict("The account is disabled: enable it first");
        }
        return row.account();
    }

    /**
     * Sends a link to whom the address belongs. Known and unknown addresses are answered alike and in the same time, as all
     * that could differ happens afterwards, in the background. An account gets at most five a day.
     *
     * @param url from a token to the page where it is used; never made of what a request claims the host to be
     * @throws Problem.TooMany when asked too often
     */
    public void request(String email, Device device, UnaryOperator<String> url) {
        String address = Accounts.known(email);
        tools.gate().throttle().attempt(device, "reset " + address);
        tools.background().execute(() -> accounts.findByEmail(address)
                .filter(AccountRow::isOpen)
                .ifPresent(row -> send(row.account(), url)));
    }

    private void send(Account account, UnaryOperator<String> url) {
        String token = tools.minting().token();
        long now = tools.now();
        boolean saved = tools.transactions().executeWrite(_ -> {
            rows.forgetExpired(now);
            if (enough(account.id(), now)) {
                return false;
            }
            rows.save(new ResetRow(RandomToken.hash(token), account.id(), now + LIFE.toMillis()));
            return true;
        });
        if (saved) {
            tools.mailer().send(ResetLetter.to(account, url.apply(token), null));
        }
    }

    private boolean enough(long accountId, long now) {
        long since = now + LIFE.toMillis() - PAUSE.toMillis();
        return rows.standing(accountId, now) >= MOST_ASKED_FOR || rows.madeSince(accountId, since);
    }

    /** Whether links can be mailed at all. */
    public boolean canMail() {
        return tools.mailer().isConfigured();
    }

    /** Whose password the link lets one set; empty when it lets nobody. */
    public Optional<String> nameFor(String token) {
        return owner(token).map(AccountRow::displayName);
    }

    private Optional<AccountRow> owner(@Nullable String token) {
        return token != null && RandomToken.isPlausible(token)
                ? rows.owner(RandomToken.hash(token), tools.now())
                : Optional.empty();
    }

    /**
     * Sets a new password and ends all sessions and links of the account.
     *
     * @throws Problem ResetEnded (410), WeakPassword (422), 429
     */
    public void use(String token, String password) {
        AccountRow row = owner(token).orElseThrow(ResetEnded::new);
        Account account = row.account();
        tools.gate().throttle().attempt(row.id());
        String local = EmailAddress.of(account.email()).local();
        tools.gate().rules().check("password", password, account.email(), local, account.displayName());
        String hash = tools.gate().passwords().hash(password);
        tools.transactions().executeWrite(_ -> exchange(token, row.id(), hash)).run();
    }

    /** Whoever comes second with the same link finds it gone. */
    private Runnable exchange(String token, long accountId, String hash) {
        if (owner(token).isEmpty() || rows.use(RandomToken.hash(token), tools.now()) == 0) {
            throw new ResetEnded();
        }
        rows.forget(accountId);
        accounts.setPassword(accountId, hash);
        tools.audit().instance().write(accountId, AuditAction.PASSWORD_RESET, accountId, AuditDetail.NONE);
        return sessions.cut(accountId);
    }
}
