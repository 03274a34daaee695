package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.Pen;
import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.live.AccountEvent;
import chat.salas.live.RoomEvent;
import chat.salas.room.RoomEvents.RequestsChanged;
import chat.salas.room.Tally.Skip;
import chat.salas.room.Tally.Why;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One act of rule inside its transaction. What the actor may is read there once more: of two admins who remove each other, the
 * later one is none any more.
 */
final class Sitting {
    private final Membership by;
    private final Store store;
    private final Pen pen;
    private final long now;
    private final Standing standing;
    private final List<Long> done = new ArrayList<>();
    private final List<Skip> skipped = new ArrayList<>();
    private final List<RoomEvent> events = new ArrayList<>();
    private final List<AccountEvent> personal = new ArrayList<>();
    private boolean requestsChanged;
    private final Set<Long> touched = new LinkedHashSet<>();

    Sitting(Membership by, Store store, Pen pen, long now) {
        this.by = by;
        this.store = store;
        this.pen = pen;
        this.now = now;
        this.standing = store.standing(by, now);
    }

    /** @throws Problem when the actor may not (any more) */
    Sitting over(List<Long> accounts, Measure measure) {
        require(measure.right());
        accounts.forEach(account -> measure.over(this, account, member(account).orElse(null)));
        return this;
    }

    void require(Act act) {
        RoomPolicy.require(act, standing);
    }

    Optional<Roster.Entry> member(long accountId) {
        return store.memberships().member(roomId(), accountId);
    }

    long roomId() {
        return by.room().id();
    }

    long actorId() {
        return by.actor().id();
    }

    long now() {
        return now;
    }

    Store store() {
        return store;
    }

    /** Whether the actor rules this member; else it is on the list of the skipped. */
    boolean rules(Roster.Entry member) {
        Optional<Problem> problem =
                RoomPolicy.judge(Act.ruling(member.role()), standing).problem(standing);
        problem.ifPresent(why ->
                skipped.add(new Skip(member.accountId(), member.role() == Role.OWNER ? Why.OWNER : Why.ADMIN, why)));
        return problem.isEmpty();
    }

    void notMember(long accountId) {
        skipped.add(new Skip(accountId, Why.NOT_MEMBER, new NotFound("There is no such member.")));
    }

    void notBanned(long accountId) {
        skipped.add(new Skip(accountId, Why.NOT_BANNED, new NotFound("There is no such ban.")));
    }

    /** It was so already. */
    void unchanged(long accountId) {
        done.add(accountId);
    }

    void done(long accountId, AuditAction action, AuditDetail detail) {
        done.add(accountId);
        pen.write(actorId(), action, accountId, detail);
    }

    /** The room, once it is committed. */
    void tell(long accountId, RoomEvent event) {
        touched.add(accountId);
        events.add(event);
    }

    /** The account itself, once it is committed. */
    void tell(AccountEvent event) {
        personal.add(event);
    }

    /** That a request is open no more. */
    void requestGone() {
        requestsChanged = true;
    }

    Tally tally() {
        return new Tally(List.copyOf(done), List.copyOf(skipped));
    }

    List<RoomEvent> events() {
        return requestsChanged
                ? Stream.concat(events.stream(), Stream.of(new RequestsChanged(roomId())))
                        .toList()
                : List.copyOf(events);
    }

    List<AccountEvent> personal() {
        return personal;
    }

    /** Whose membership changed. */
    Set<Long> touched() {
        return touched;
    }
}
