package chat.salas.audit;

import chat.salas.audit.AuditCheck.Altered;
import chat.salas.audit.AuditCheck.Intact;
import chat.salas.vault.ChainKey;
import jakarta.inject.Singleton;
import java.util.List;

/** How a record follows the one before: each row's mac covers the mac of the row before, the head's the newest row's. */
@Singleton
final class Chain {
    private static final byte[] BEGINNING = new byte[32];
    private static final int AT_ONCE = 1_000;

    private final AuditRepository rows;
    private final ChainKey key;

    Chain(AuditRepository rows, ChainKey key) {
        this.rows = rows;
        this.key = key;
    }

    /** Where the next record goes. */
    record Place(long number, byte[] before) {}

    /**
     * Behind the head. Where the head or its row was tampered with, the record goes behind whatever is there, and follows
     * nothing: the act must not fail for it, and the break must not be healed by it.
     */
    Place next(long scope) {
        long newest = rows.newest(scope);
        long head = rows.head(scope).map(AuditHead::number).orElse(0L);
        boolean sound = newest == head && (newest == 0 || stands(scope, newest));
        byte[] before =
                sound && newest > 0 ? rows.find(scope, newest).orElseThrow().mac() : BEGINNING;
        return new Place(Math.max(newest, head) + 1, before);
    }

    private boolean stands(long scope, long newest) {
        AuditRow row = rows.find(scope, newest).orElseThrow();
        AuditHead head = rows.head(scope).orElseThrow();
        return key.vouches(AuditHead.vouched(row), head.mac());
    }

    /** The row is the newest of its scope from now on. */
    void add(AuditRow draft, byte[] before) {
        AuditRow row = draft.with(key.vouch(draft.vouched(before)));
        rows.save(row);
        rows.setHead(row.scope(), row.number(), key.vouch(AuditHead.vouched(row)));
    }

    AuditCheck check(long scope) {
        List<AuditRow> some = rows.after(scope, 0, AT_ONCE);
        if (some.isEmpty()) {
            return checkEmpty(scope);
        }
        long number = 0;
        byte[] before = BEGINNING;
        AuditRow last = some.getLast();
        while (!some.isEmpty()) {
            for (AuditRow row : some) {
                number++;
                if (row.number() != number || !key.vouches(row.vouched(before), row.mac())) {
                    return new Altered(number);
                }
                before = row.mac();
            }
            last = some.getLast();
            some = rows.after(scope, number, AT_ONCE);
        }
        return checkEnd(last);
    }

    private AuditCheck checkEmpty(long scope) {
        return rows.head(scope).isPresent() ? new Altered(1) : new Intact(0);
    }

    /** Without its head, or with one that is not its own, nobody knows what came after the last row. */
    private AuditCheck checkEnd(AuditRow last) {
        boolean sound = rows.head(last.scope())
                .filter(head -> head.number() == last.number() && key.vouches(AuditHead.vouched(last), head.mac()))
                .isPresent();
        return sound ? new Intact(last.number()) : new Altered(last.number() + 1);
    }
}
