package chat.salas.room;

import chat.salas.account.AccountTies;
import chat.salas.room.RoomEvents.MemberLeft;
import jakarta.inject.Singleton;
import java.util.List;

/** What of the rooms an account takes along when it is deleted. */
@Singleton
final class RoomTies implements AccountTies {
    private final Store store;
    private final AccessRequestRepository requests;
    private final NoticeRepository notices;
    private final Aftermath aftermath;

    RoomTies(Store store, AccessRequestRepository requests, NoticeRepository notices, Aftermath aftermath) {
        this.store = store;
        this.requests = requests;
        this.notices = notices;
        this.aftermath = aftermath;
    }

    @Override
    public boolean ownsRooms(long accountId) {
        return store.memberships().owned(accountId) > 0;
    }

    @Override
    public Runnable cut(long accountId) {
        MembershipRepository memberships = store.memberships();
        List<Long> rooms = memberships.leavable(accountId);
        rooms.forEach(room -> memberships.remove(room, accountId));
        memberships.forgetBans(accountId);
        memberships.forgetPartedMutes(accountId);
        store.invites().forgetAddressOf(accountId);
        store.invites().forgetUsesOf(accountId);
        List<Long> asked = requests.roomsAskedBy(accountId);
        requests.forget(accountId);
        notices.forgetAll(accountId);
        return () -> {
            rooms.forEach(room -> aftermath.left(new MemberLeft(room, accountId, false, false)));
            asked.forEach(room -> aftermath.asked(room, accountId));
        };
    }
}
