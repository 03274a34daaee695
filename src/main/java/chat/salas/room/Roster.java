package chat.salas.room;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room and who is in it, as one immutable value of nine bytes a member. */
final class Roster {
    private static final Role[] ROLES = Role.values();

    private final Room room;
    private final long[] accounts;
    private final byte[] roles;

    /** One member. */
    @io.micronaut.core.annotation.Introspected
    record Entry(long accountId, Role role) {}

    private Roster(Room room, long[] accounts, byte[] roles) {
        this.room = room;
        this.accounts = accounts;
        this.roles = roles;
    }

    /** @param ascending by account */
    static Roster of(Room room, List<Entry> ascending) {
        long[] accounts = new long[ascending.size()];
        byte[] roles = new byte[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = ascending.get(i).accountId();
            roles[i] = (byte) ascending.get(i).role().ordinal();
        }
        return new Roster(room, accounts, roles);
    }

    Room room() {
        return room;
    }

    int size() {
        return accounts.length;
    }

    /** Null for somebody who is no member. */
    @Nullable
    Role role(long accountId) {
        int at = Arrays.binarySearch(accounts, accountId);
        return at < 0 ? null : ROLES[roles[at]];
    }

    Roster with(Room changed) {
        return new Roster(changed, accounts, roles);
    }

    /** The roster in which the account has this role, or is no member. */
    Roster with(long accountId, @Nullable Role role) {
        int at = Arrays.binarySearch(accounts, accountId);
        if (role == null) {
            return at < 0 ? this : without(at);
        }
        return at < 0 ? inserted(-at - 1, accountId, role) : replaced(at, role);
    }

    private Roster replaced(int at, Role role) {
        byte[] changed = roles.clone();
        changed[at] = (byte) role.ordinal();
        return new Roster(room, accounts, changed);
    }

    private Roster without(int at) {
        int last = accounts.length - 1;
        long[] ids = Arrays.copyOf(accounts, last);
        byte[] left = Arrays.copyOf(roles, last);
        System.arraycopy(accounts, at + 1, ids, at, last - at);
        System.arraycopy(roles, at + 1, left, at, last - at);
        return new Roster(room, ids, left);
    }

    private Roster inserted(int at, long accountId, Role role) {
        long[] ids = Arrays.copyOf(accounts, accounts.length + 1);
        byte[] more = Arrays.copyOf(roles, accounts.length + 1);
        System.arraycopy(accounts, at, ids, at + 1, accounts.length - at);
        System.arraycopy(roles, at, more, at + 1, accounts.length - at);
        ids[at] = accountId;
        more[at] = (byte) role.ordinal();
        return new Roster(room, ids, more);
    }
}
