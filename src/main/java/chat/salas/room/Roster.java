package chat.salas.room;

import chat.salas.kernel.Actor;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room and who is in it, as one immutable value of nine bytes a member; those few who are muted or do not see everything take
 * more.
 */
final class Roster {
    private static final Role[] ROLES = Role.values();
    private static final int WEIGHT_OF_A_BOUND = 8;

    private final Room room;
    private final long[] accounts;
    private final byte[] roles;
    private final Map<Long, Entry> bound;

    /**
     * One member.
     *
     * @param fromSeq sees only what came later
     * @param mutedUntil epoch milliseconds; may be over
     */
    @Introspected
    record Entry(
            long accountId,
            Role role,
            long fromSeq,
            @Nullable Long mutedUntil) {
        static Entry of(long accountId, Role role) {
            return new Entry(accountId, role, 0, null);
        }

        private boolean isBound() {
            return fromSeq > 0 || mutedUntil != null;
        }

        Membership in(Room room, Actor actor, long now) {
            return new Membership(actor, room, role, fromSeq, muted(now));
        }

        private @Nullable Instant muted(long now) {
            return mutedUntil == null || mutedUntil <= now ? null : Instant.ofEpochMilli(mutedUntil);
        }
    }

    private Roster(Room room, long[] accounts, byte[] roles, Map<Long, Entry> bound) {
        this.room = room;
        this.accounts = accounts;
        this.roles = roles;
        this.bound = bound;
    }

    /** @param ascending by account */
    static Roster of(Room room, List<Entry> ascending) {
        long[] accounts = new long[ascending.size()];
        byte[] roles = new byte[accounts.length];
        Map<Long, Entry> bound = new HashMap<>();
        for (int i = 0; i < accounts.length; i++) {
            Entry entry = ascending.get(i);
            accounts[i] = entry.accountId();
            roles[i] = (byte) entry.role().ordinal();
            if (entry.isBound()) {
                bound.put(entry.accountId(), entry);
            }
        }
        return new Roster(room, accounts, roles, bound);
    }

    Room room() {
        return room;
    }

    int size() {
        return accounts.length;
    }

    /** What it takes in memory, in plain members. */
    int weight() {
        return accounts.length + WEIGHT_OF_A_BOUND * bound.size();
    }

    /** Null for somebody who is no member. */
    @Nullable
    Entry member(long accountId) {
        int at = Arrays.binarySearch(accounts, accountId);
        if (at < 0) {
            return null;
        }
        Entry special = bound.get(accountId);
        return special == null ? Entry.of(accountId, ROLES[roles[at]]) : special;
    }

    /** Null for somebody who is no member. */
    @Nullable
    Role role(long accountId) {
        int at = Arrays.binarySearch(accounts, accountId);
        return at < 0 ? null : ROLES[roles[at]];
    }

    Roster with(Room changed) {
        return new Roster(changed, accounts, roles, bound);
    }

    /** The roster in which the account is this member, or none. */
    Roster with(long accountId, @Nullable Entry member) {
        int at = Arrays.binarySearch(accounts, accountId);
        Map<Long, Entry> others = boundWith(accountId, member);
        if (member == null) {
            return at < 0 ? this : without(at, others);
        }
        return at < 0 ? inserted(-at - 1, member, others) : replaced(at, member.role(), others);
    }

    private Map<Long, Entry> boundWith(long accountId, @Nullable Entry member) {
        boolean isBound = member != null && member.isBound();
        if (!isBound && !bound.containsKey(accountId)) {
            return bound;
        }
        Map<Long, Entry> changed = new HashMap<>(bound);
        if (isBound) {
            changed.put(accountId, member);
        } else {
            changed.remove(accountId);
        }
        return changed;
    }

    private Roster replaced(int at, Role role, Map<Long, Entry> others) {
        byte[] changed = roles.clone();
        changed[at] = (byte) role.ordinal();
        return new Roster(room, accounts, changed, others);
    }

    private Roster without(int at, Map<Long, Entry> others) {
        int last = accounts.length - 1;
        long[] ids = Arrays.copyOf(accounts, last);
        byte[] left = Arrays.copyOf(roles, last);
        System.arraycopy(accounts, at + 1, ids, at, last - at);
        System.arraycopy(roles, at + 1, left, at, last - at);
        return new Roster(room, ids, left, others);
    }

    private Roster inserted(int at, Entry member, Map<Long, Entry> others) {
        long[] ids = Arrays.copyOf(accounts, accounts.length + 1);
        byte[] more = Arrays.copyOf(roles, accounts.length + 1);
        System.arraycopy(accounts, at, ids, at + 1, accounts.length - at);
        System.arraycopy(roles, at, more, at + 1, accounts.length - at);
        ids[at] = member.accountId();
        more[at] = (byte) member.role().ordinal();
        return new Roster(room, ids, more, others);
    }
}
