package chat.salas.account;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.audit.AuditTrail;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What administrators of the instance do to people and to the instance. Every method is for them alone, and there is always
 * one of them who can sign in: acts are done one after the other by the database's one writer, and each looks whether
 * somebody remains.
 */
@Singleton
public final class Administration {
    private static final int MOST = 10_000;

    private final Office office;
    private final AccountRepository accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Surroundings around;

    Administration(Office office, AccountRepository accounts, Sessions sessions, Tokens tokens, Surroundings around) {
        this.office = office;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.around = around;
    }

    /** What else it takes. */
    @Singleton
    record Surroundings(Registration registration, AuditLog audit, Bus bus, InstantSource clock) {}

    /** Why somebody was left out. */
    public enum Skipped {
        /** Nothing would have changed. */
        NOTHING_TO_DO,
        /** Nobody shuts out oneself. */
        SELF,
        /** Nobody would administer the instance. */
        LAST_ADMINISTRATOR,
        /** A disabled account cannot administer. */
        DISABLED,
        /** There is no such account. */
        GONE
    }

    /**
     * What came of it.
     *
     * @param done to how many it was done
     * @param skipped how many were left out, and why
     */
    public record Outcome(int done, Map<Skipped, Integer> skipped) {}

    /**
     * Does it to each of them, in one transaction; those to whom it cannot be done are left out.
     *
     * @param accountIds at most 10,000
     */
    public Outcome act(Actor actor, PersonAct act, Collection<Long> accountIds) {
        if (accountIds.size() > MOST) {
            throw new Problem.Malformed("accounts", accountIds.size() + " (expected: 0.." + MOST + ")");
        }
        List<Runnable> afterwards = new ArrayList<>();
        Outcome outcome = office.act(actor, () -> each(actor, act, accountIds, afterwards));
        afterwards.forEach(Runnable::run);
        return outcome;
    }

    private Outcome each(Actor actor, PersonAct act, Collection<Long> accountIds, List<Runnable> afterwards) {
        Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);
        for (long id : accountIds) {
            Skipped reason = reason(actor, act, id);
            Runnable after = reason == null ? change(act, id) : null;
            if (after == null) {
                skipped.merge(reason == null ? Skipped.NOTHING_TO_DO : reason, 1, Integer::sum);
            } else {
                office.record(actor, act.recorded(), id, AuditDetail.NONE);
                afterwards.add(after);
            }
        }
        return new Outcome(afterwards.size(), skipped);
    }

    private @Nullable Skipped reason(Actor actor, PersonAct act, long id) {
        AccountRow row =
                accounts.findById(id).filter(found -> found.deletedAt() == null).orElse(null);
        if (row == null) {
            return Skipped.GONE;
        }
        boolean self = id == actor.id();
        return switch (act) {
            case DISABLE -> self ? Skipped.SELF : last(row);
            case SIGN_OUT -> self ? Skipped.SELF : null;
            case DISMISS -> last(row);
            case NAME -> row.disabledAt() != null ? Skipped.DISABLED : null;
            case ENABLE -> null;
        };
    }

    private @Nullable Skipped last(AccountRow row) {
        boolean holds = accounts.administers(row.id());
        return holds && !accounts.administratorBeside(row.id()) ? Skipped.LAST_ADMINISTRATOR : null;
    }

    /** @return what must happen once it is committed; null when there was nothing to do */
    private @Nullable Runnable change(PersonAct act, long id) {
        return switch (act) {
            case DISABLE -> accounts.disable(id, around.clock().millis()) == 0 ? null : shutOut(id);
            case ENABLE -> accounts.enable(id) == 0 ? null : () -> {};
            case SIGN_OUT -> sessions.cut(id);
            case NAME -> accounts.appoint(id, true) == 0 ? null : () -> renew(id, true);
            case DISMISS -> accounts.appoint(id, false) == 0 ? null : () -> renew(id, false);
        };
    }

    private Runnable shutOut(long id) {
        Runnable closeSessions = sessions.cut(id);
        Runnable closeTokens = tokens.cut(id);
        return () -> {
            closeSessions.run();
            closeTokens.run();
        };
    }

    private void renew(long id, boolean administrator) {
        sessions.forgetNames(id);
        tokens.forgetNames(id);
        around.bus().publish(new OfficeChanged(id, administrator));
    }

    /** Who may sign up, from now on; above what the configuration says. */
    public void open(Actor actor, Registration.Mode mode) {
        Registration registration = around.registration();
        AuditDetail detail = AuditDetail.of("old", registration.mode().name()).and("new", mode.name());
        office.act(actor, () -> {
            registration.keep(mode);
            office.record(actor, AuditAction.REGISTRATION_CHANGED, AuditLog.NOBODY, detail);
            return mode;
        });
        registration.follow(mode);
    }

    /** What administrators did. */
    public AuditTrail audit(Actor actor) {
        office.require(actor);
        return around.audit().trailOfInstance();
    }
}
