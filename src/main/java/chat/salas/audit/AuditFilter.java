package chat.salas.audit;

import chat.salas.kernel.FoldedName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records to show; all conditions must hold.
 *
 * @param action null for any
 * @param who part of the present name of who did it or of whom it was done to; blank for anybody, at most 200 characters count
 * @param from null: since ever
 * @param until null: to this day; not including that moment
 */
public record AuditFilter(
        @Nullable AuditAction action,
        String who,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** Every record. */
    public static final AuditFilter ALL = new AuditFilter(null, "", null, null);

    private static final int LONGEST = 200;

    String code() {
        return action == null ? "" : action.code();
    }

    String like() {
        String bounded = who.length() > LONGEST ? who.substring(0, LONGEST) : who;
        return FoldedName.of(bounded).containing();
    }

    long since() {
        return from == null ? 0 : from.toEpochMilli();
    }

    long before() {
        return until == null ? Long.MAX_VALUE : until.toEpochMilli();
    }
}
