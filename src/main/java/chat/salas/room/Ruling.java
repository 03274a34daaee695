package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.kernel.Problem.Conflict;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.kernel.Problem.Refused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What owners and admins do to members. Each call is one transaction over all its accounts (1..10,000), with a record for each;
 * who cannot be ruled by the actor is skipped with the reason. What is done holds everywhere before a call returns. Bans are in
 * {@link Bans}.
 */
@Singleton
public final class Ruling {
    private static final Duration LONGEST_MUTE = Duration.ofDays(366);

    private final Bench bench;

    Ruling(Bench bench) {
        this.bench = bench;
    }

    /**
     * Makes members admins, or plain members again.
     *
     * @param role not OWNER
     * @throws chat.salas.kernel.Problem 403 for who is not the owner
     */
    public Tally changeRole(Membership owner, Collection<Long> accounts, Role role) {
        if (role == Role.OWNER) {
            throw new Refused("role", "a room has one owner (expected: ADMIN or MEMBER)");
        }
        return bench.sit(owner, accounts, new Measures.ChangeRole(role));
    }

    /**
     * Makes another member the owner; the one before becomes an admin. Never is there none, or are there two.
     *
     * @throws chat.salas.kernel.Problem 403 for who is not the owner, 404 for who is no member, 409 for an account that cannot
     *     sign in
     */
    public void handOver(Membership owner, long heir) {
        owner.require(Act.OWN);
        bench.sit(owner, 1, sitting -> handOver(sitting, heir));
    }

    private static void handOver(Sitting sitting, long heir) {
        sitting.require(Act.OWN);
        if (heir == sitting.actorId()) {
            return;
        }
        Roster.Entry member = sitting.member(heir).orElseThrow(() -> new NotFound("There is no such member."));
        if (sitting.store().memberships().able(heir) == 0) {
            throw new Conflict("This account cannot sign in, so it cannot rule a room.");
        }
        Measures.ChangeRole.set(sitting, sitting.actorId(), Role.ADMIN);
        Measures.ChangeRole.set(sitting, heir, Role.OWNER);
        Measures.Unmute.lift(sitting, member);
        sitting.done(heir, AuditAction.ROOM_HANDED_OVER, AuditDetail.NONE);
    }

    /**
     * Puts members out. They may come back by an invite.
     *
     * @param reason for the audit, at most 500 characters; null or blank for none
     */
    public Tally remove(Membership admin, Collection<Long> accounts, @Nullable String reason) {
        admin.require(Act.RULE_MEMBER);
        String words = Reasons.checked(reason);
        AuditDetail detail = words == null ? AuditDetail.NONE : AuditDetail.of("reason", words);
        return bench.sit(admin, accounts, new Measures.Remove(detail));
    }

    /** As {@link #remove(Membership, Collection, String)}, without a reason. */
    public Tally remove(Membership admin, Collection<Long> accounts) {
        return remove(admin, accounts, null);
    }

    /**
     * Lets members only read for a while, also after they left and came back.
     *
     * @param until to come, at most 366 days from now
     */
    public Tally mute(Membership admin, Collection<Long> accounts, Instant until) {
        admin.require(Act.RULE_MEMBER);
        return bench.sit(admin, accounts, new Measures.Mute(Term.of(until, bench.now(), LONGEST_MUTE)));
    }

    /** As {@link #mute(Membership, Collection, Instant)}, from now on. */
    public Tally mute(Membership admin, Collection<Long> accounts, Duration length) {
        return mute(admin, accounts, Instant.ofEpochMilli(bench.now()).plus(length));
    }

    /** Lets members write again before their time. */
    public Tally unmute(Membership admin, Collection<Long> accounts) {
        return bench.sit(admin, accounts, new Measures.Unmute());
    }
}
