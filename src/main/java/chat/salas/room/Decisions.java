package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.Pen;
import chat.salas.room.AccessRequestRepository.Asking;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Decides access requests, a hundred in one transaction: the request goes, the membership, the notice and the record come. */
@Singleton
final class Decisions {
    private static final int AT_ONCE = 100;

    private final Store store;
    private final AccessRequestRepository requests;
    private final Capacity capacity;
    private final NoticeBook notices;
    private final After after;

    /** What follows the commit, or is written with it. */
    @Singleton
    record After(Pens pens, Aftermath aftermath, InstantSource clock) {}

    /** What came of one request. */
    enum Result {
        DONE,
        ABSENT,
        BANNED,
        ROOM_FULL,
        ACCOUNT_FULL
    }

    record Decided(long accountId, String displayName, Result result) {}

    @SuppressWarnings("TooManyParameters")
    Decisions(Store store, AccessRequestRepository requests, Capacity capacity, NoticeBook notices, After after) {
        this.store = store;
        this.requests = requests;
        this.capacity = capacity;
        this.notices = notices;
        this.after = after;
    }

    /** @return one for each account, in the same order */
    List<Decided> decide(Membership admin, List<Long> accounts, boolean approve) {
        List<Decided> all = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += AT_ONCE) {
            all.addAll(some(admin, accounts.subList(from, Math.min(from + AT_ONCE, accounts.size())), approve));
        }
        return all;
    }

    private List<Decided> some(Membership admin, List<Long> accounts, boolean approve) {
        long roomId = admin.room().id();
        Pen pen = after.pens().room(roomId, accounts.size());
        List<Decided> decided = store.write(() -> {
            store.requireStill(Act.ADMINISTER, admin, after.clock().millis());
            return accounts.stream()
                    .map(account -> approve ? approve(admin, account, pen) : deny(admin, account, pen))
                    .toList();
        });
        decided.stream().filter(one -> one.result() == Result.DONE).forEach(one -> tell(roomId, one, approve));
        return decided;
    }

    private Decided approve(Membership admin, long account, Pen pen) {
        long roomId = admin.room().id();
        long now = after.clock().millis();
        Asking asking = requests.find(roomId, account, now).orElse(null);
        if (asking == null) {
            return new Decided(account, "", Result.ABSENT);
        }
        Result result = hindrance(roomId, asking);
        if (result == Result.DONE) {
            requests.remove(roomId, account);
            store.memberships().add(roomId, account, Role.MEMBER, now);
            notices.add(account, Notices.Kind.APPROVED, admin.room());
            pen.write(admin.actor().id(), AuditAction.REQUEST_APPROVED, account, AuditDetail.NONE);
        }
        return new Decided(account, asking.displayName(), result);
    }

    private Result hindrance(long roomId, Asking asking) {
        if (asking.banned()) {
            return Result.BANNED;
        }
        if (!capacity.hasPlaceInRoom(roomId)) {
            return Result.ROOM_FULL;
        }
        return capacity.hasPlaceForAccount(asking.accountId()) ? Result.DONE : Result.ACCOUNT_FULL;
    }

    private Decided deny(Membership admin, long account, Pen pen) {
        if (requests.remove(admin.room().id(), account) == 0) {
            return new Decided(account, "", Result.ABSENT);
        }
        notices.add(account, Notices.Kind.DENIED, admin.room());
        pen.write(admin.actor().id(), AuditAction.REQUEST_DENIED, account, AuditDetail.NONE);
        return new Decided(account, "", Result.DONE);
    }

    private void tell(long roomId, Decided one, boolean approved) {
        if (approved) {
            after.aftermath().joined(roomId, one.accountId(), one.displayName());
        }
        after.aftermath().asked(roomId, one.accountId());
        after.aftermath().noticed(one.accountId());
    }
}
