package chat.salas.account;

import chat.salas.account.SignUpInvites.Entrance;
import chat.salas.kernel.Actor;
import chat.salas.kernel.FoldedName;
import chat.salas.kernel.Ids;
import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The people of this instance. */
@Singleton
public final class Accounts {
    private static final int LONGEST_NAME = 80;
    private static final String NOBODY = "Deleted account";

    private final AccountRepository rows;
    private final Gate gate;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Desk desk;

    Accounts(AccountRepository rows, Gate gate, Sessions sessions, Tokens tokens, Desk desk) {
        this.rows = rows;
        this.gate = gate;
        this.sessions = sessions;
        this.tokens = tokens;
        this.desk = desk;
    }

    /** What stands between a stranger and an account. */
    @Singleton
    record Gate(
            Registration registration,
            SignInThrottle throttle,
            PasswordRules rules,
            Passwords passwords,
            SignInMeters meters) {}

    /** What it takes to change several things at once. */
    @Singleton
    record Desk(
            TransactionOperations<Connection> transactions,
            List<AccountTies> ties,
            ResetRepository resets,
            Ids ids,
            InstantSource clock) {}

    /**
     * Makes an account and signs it in. The first one administers the instance.
     *
     * @param displayName null or blank: the address's local part
     * @throws Problem EmailTaken (409), WeakPassword (422), RegistrationClosed (403), throttled (429)
     */
    public SignedIn register(String email, String password, @Nullable String displayName, Device device) {
        return register(new SignUp(email, password, displayName, null), device);
    }

    /**
     * As above, also with an invite, which is needed, and accepted, when registration is by invite only. Who comes too late
     * for its last use gets no account.
     *
     * @throws Problem as above; when the invite just ended 410, when its room is full 409
     */
    public SignedIn register(SignUp wanted, Device device) {
        EmailAddress email = EmailAddress.of(wanted.email());
        String name = displayName(wanted.displayName(), email);
        gate.throttle().attempt(device, email.value());
        Entrance entrance = gate.registration().admit(email, wanted.invite(), !rows.existsAny());
        gate.rules().check("password", wanted.password(), email.value(), email.local(), name);
        if (rows.existsByEmail(email.value())) {
            throw new EmailTaken();
        }
        String hash = gate.passwords().hash(wanted.password());
        Arrival arrival = desk.transactions().executeWrite(_ -> {
            SignedIn newcomer = sessions.begin(add(email, name, hash), device);
            return new Arrival(newcomer, entrance.pass(newcomer.actor()));
        });
        arrival.afterwards().run();
        return arrival.newcomer();
    }

    private record Arrival(SignedIn newcomer, Runnable afterwards) {}

    private Account add(EmailAddress email, String name, String hash) {
        long id = desk.ids().next();
        if (rows.add(id, email.value(), name, folded(name), hash, desk.clock().millis()) == 0) {
            throw new EmailTaken();
        }
        return row(id).account();
    }

    private static String folded(String name) {
        return FoldedName.of(name).value();
    }

    private static String displayName(@Nullable String wanted, EmailAddress email) {
        return wanted == null || wanted.isBlank()
                ? PlainText.line("displayName", email.local(), 1, LONGEST_NAME)
                : PlainText.line("displayName", wanted, 1, LONGEST_NAME);
    }

    /**
     * Signs in with a new session. Unknown address, wrong password and disabled account are answered alike and in the same
     * time: one hash is computed in any case. Also with the right password a disabled account is not told from others, so
     * that whoever stole the password does not learn that it is right; those concerned hear it from an administrator.
     *
     * @throws Problem 401, or 429 with the time to wait
     */
    public SignedIn signIn(String email, String password, Device device) {
        return gate.meters().counting(() -> enter(email, password, device));
    }

    private SignedIn enter(String email, String password, Device device) {
        String address = known(email);
        PasswordRules.checkGiven("password", password);
        gate.throttle().attempt(device, address);
        AccountRow row = rows.findByEmail(address).orElse(null);
        String hash = row == null ? null : row.passwordHash();
        boolean right = gate.passwords().verify(password, hash);
        if (row == null || hash == null || !right || !row.isOpen()) {
            throw new WrongCredentials();
        }
        String kept = gate.passwords().isOutdated(hash) ? renewed(row.id(), hash, password) : hash;
        return begin(row, kept, device);
    }

    /** Another sign-in may have renewed it meanwhile, or the password been changed: what stands then is not overwritten. */
    private String renewed(long id, String outdated, String password) {
        String hash = gate.passwords().hash(password);
        if (rows.replacePassword(id, outdated, hash) > 0) {
            return hash;
        }
        return rows.findById(id)
                .map(AccountRow::passwordHash)
                .filter(now -> gate.passwords().verify(password, now))
                .orElseThrow(WrongCredentials::new);
    }

    /** A password that was changed meanwhile opens nothing any more, nor does an account that was disabled. */
    private SignedIn begin(AccountRow row, String hash, Device device) {
        SignedIn signedIn = sessions.begin(row.account(), device);
        boolean stands = rows.findById(row.id())
                .filter(now -> hash.equals(now.passwordHash()) && now.isOpen())
                .isPresent();
        if (!stands) {
            sessions.signOut(signedIn.actor());
            throw new WrongCredentials();
        }
        return signedIn;
    }

    /** What is no address at all belongs to nobody. */
    static String known(String email) {
        String bounded = EmailAddress.bounded(email);
        try {
            return EmailAddress.of(bounded).value();
        } catch (Problem.Refused e) {
            return bounded;
        }
    }

    /** The actor's own account. */
    public Account me(Actor actor) {
        return row(actor.id()).account();
    }

    private AccountRow row(long id) {
        return rows.findById(id)
                .filter(row -> row.deletedAt() == null)
                .orElseThrow(() -> new Problem.NotFound("There is no such account"));
    }

    /**
     * Changes what is not null.
     *
     * @param displayName 1..80 characters
     * @param locale {@link Locale#ROOT}: the browser's again
     */
    public Account update(Actor actor, @Nullable String displayName, @Nullable Locale locale) {
        if (displayName != null) {
            String name = PlainText.line("displayName", displayName, 1, LONGEST_NAME);
            rows.rename(actor.id(), name, folded(name));
            sessions.forgetNames(actor.id());
            tokens.forgetNames(actor.id());
        }
        if (locale != null) {
            rows.speak(actor.id(), locale.equals(Locale.ROOT) ? null : locale.toLanguageTag());
        }
        return me(actor);
    }

    /**
     * Changes the password and ends all other sessions and all reset links: whoever has one of those may be why it is changed.
     *
     * @throws Problem WrongPassword (403), also when it was changed meanwhile; WeakPassword (422), 429
     */
    public void changePassword(Actor actor, String current, String replacement) {
        AccountRow row = confirmed(actor, "current", current);
        Account account = row.account();
        gate.rules()
                .check(
                        "new",
                        replacement,
                        account.email(),
                        EmailAddress.of(account.email()).local(),
                        account.displayName());
        String hash = gate.passwords().hash(replacement);
        desk.transactions().executeWrite(_ -> exchange(row, hash));
        sessions.endOthers(actor);
    }

    private int exchange(AccountRow row, String hash) {
        if (rows.replacePassword(row.id(), row.passwordHash(), hash) == 0) {
            throw new WrongPassword();
        }
        return desk.resets().forget(row.id());
    }

    /** @throws WrongPassword 403 */
    private AccountRow confirmed(Actor actor, String field, String password) {
        PasswordRules.checkGiven(field, password);
        gate.throttle().attempt(actor.id());
        AccountRow row = row(actor.id());
        if (!gate.passwords().verify(password, row.passwordHash())) {
            throw new WrongPassword();
        }
        return row;
    }

    /**
     * Deletes the account: the row stays without address, password and name so that its messages keep an author.
     *
     * @throws Problem 409 while it owns rooms or is the last administrator, 403 on a wrong password
     */
    public void delete(Actor actor, String password) {
        confirmed(actor, "password", password);
        List<Runnable> afterwards = desk.transactions().executeWrite(_ -> cut(actor.id()));
        sessions.endAll(actor.id());
        tokens.endAll(actor.id());
        afterwards.forEach(Runnable::run);
    }

    private List<Runnable> cut(long id) {
        if (desk.ties().stream().anyMatch(tie -> tie.ownsRooms(id))) {
            throw new OwnsRooms();
        }
        if (rows.administers(id) && !rows.administratorBeside(id)) {
            throw new LastAdministrator();
        }
        List<Runnable> afterwards = desk.ties().stream().map(tie -> tie.cut(id)).toList();
        rows.anonymise(id, NOBODY, folded(NOBODY), desk.clock().millis());
        desk.resets().forget(id);
        return afterwards;
    }
}
