package chat.salas.room;

import chat.salas.kernel.Problem;
import java.util.List;

/**
 * What became of an act of rule over several people: each of them is in one of both lists, in the order asked for.
 *
 * @param done accounts that it was done to, or to which it was done already
 */
public record Tally(List<Long> done, List<Skip> skipped) {
    /**
     * Somebody whom it was not done to.
     *
     * @param problem what the actor is told who asked for nobody else
     */
    public record Skip(long accountId, Why why, Problem problem) {}

    /** Why it was not done to somebody. */
    public enum Why {
        /** Nobody rules the owner. */
        OWNER,
        /** Only the owner rules admins. */
        ADMIN,
        /** Is not in the room (any more). */
        NOT_MEMBER,
        /** Is not banned (any more). */
        NOT_BANNED
    }

    /** For whoever asked for one only. */
    public void orThrow() {
        skipped.stream().findFirst().ifPresent(skip -> {
            throw skip.problem();
        });
    }
}
