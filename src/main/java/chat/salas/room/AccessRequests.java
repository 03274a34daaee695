package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.PlainText;
import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.Conflict;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.kernel.Problem.Refused;
import chat.salas.room.Decisions.Decided;
import chat.salas.room.Decisions.Result;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People outside ask to be let in, and admins decide. What they say is sealed under the room's key. */
@Singleton
public final class AccessRequests {
    /** Characters that one may say with a request. */
    public static final int LONGEST_MESSAGE = 500;

    private static final int MOST_AT_ONCE = 1_000;

    private final Asking asking;
    private final RequestBook book;
    private final Decisions decisions;

    AccessRequests(Asking asking, RequestBook book, Decisions decisions) {
        this.asking = asking;
        this.book = book;
        this.decisions = decisions;
    }

    /**
     * A request as the room's admins see it.
     *
     * @param message null when nothing was said
     */
    public record Entry(
            long accountId, String displayName, @Nullable String message, Instant createdAt) {
        @Override
        public String toString() {
            return "Entry[" + accountId + "]";
        }
    }

    /** For how many of several requests it was done, and how many were skipped: gone, banned, or the room is full. */
    public record Outcome(int done, int skipped) {}

    /**
     * Asks to be let in; the room's admins hear of it.
     *
     * @param message 0..500 characters, several lines; null for none
     * @throws Problem 404 no such room, 403 banned, 409 already a member or requested, 422 the message, 429 asked too often
     *     or the room's inbox is full
     */
    public Entry ask(Actor actor, String slug, @Nullable String message) {
        String words = PlainText.text("message", message, 0, LONGEST_MESSAGE);
        AccessRequestRow row = asking.ask(actor, slug, words);
        return new Entry(
                actor.id(), actor.displayName(), words.isEmpty() ? null : words, Instant.ofEpochMilli(row.createdAt()));
    }

    /** Takes the actor's request back; again does no harm. 404 for a room that the actor may not know of. */
    public void withdraw(Actor actor, String slug) {
        asking.withdraw(actor, slug);
    }

    /** The open requests, the oldest first; at most a thousand. */
    public List<Entry> list(Membership admin) {
        admin.require(Act.ADMINISTER);
        return book.of(admin.room().id());
    }

    /** @throws Problem 404 no such request, 409 banned meanwhile, or there is no place for one more */
    public void approve(Membership admin, long accountId) {
        requireDone(decide(admin, List.of(accountId), true).getFirst());
    }

    /** @throws Problem 404 no such request */
    public void deny(Membership admin, long accountId) {
        requireDone(decide(admin, List.of(accountId), false).getFirst());
    }

    /** Lets all in for whom it is possible. @param accountIds at most 1,000 */
    public Outcome approve(Membership admin, Collection<Long> accountIds) {
        return outcome(decide(admin, accountIds, true));
    }

    /** Denies all that are still open. @param accountIds at most 1,000 */
    public Outcome deny(Membership admin, Collection<Long> accountIds) {
        return outcome(decide(admin, accountIds, false));
    }

    private List<Decided> decide(Membership admin, Collection<Long> accountIds, boolean approve) {
        admin.require(Act.ADMINISTER);
        if (accountIds.size() > MOST_AT_ONCE) {
            throw new Refused("userIds", "size: " + accountIds.size() + " (expected: 0.." + MOST_AT_ONCE + ")");
        }
        return decisions.decide(admin, accountIds.stream().distinct().toList(), approve);
    }

    private static Outcome outcome(List<Decided> decided) {
        int done = (int)
                decided.stream().filter(one -> one.result() == Result.DONE).count();
        return new Outcome(done, decided.size() - done);
    }

    private static void requireDone(Decided decided) {
        switch (decided.result()) {
            case DONE -> {}
            case ABSENT -> throw new NotFound("There is no such request.");
            case BANNED -> throw new Conflict("This account is banned from the room. Lift the ban first.");
            case ROOM_FULL -> throw new Conflict("This room has as many members as it can have.");
            case ACCOUNT_FULL -> throw new Conflict("This account is in as many rooms as one may be in.");
        }
    }
}
