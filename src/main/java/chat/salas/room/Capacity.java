package chat.salas.room;

import chat.salas.kernel.Problem.Conflict;
import jakarta.inject.Singleton;

/** Whether there is room for one more member or one more room; asked inside the transaction that adds it. */
@Singleton
final class Capacity {
    private final MembershipRepository memberships;
    private final RoomLimits limits;

    Capacity(MembershipRepository memberships, RoomLimits limits) {
        this.memberships = memberships;
        this.limits = limits;
    }

    /** @throws Conflict when the account is in as many rooms as one may be in */
    void requireForAccount(long accountId) {
        if (!hasPlaceForAccount(accountId)) {
            throw new Conflict("You are in " + limits.perAccount() + " rooms, which is the limit. Leave one first.");
        }
    }

    /** @throws Conflict when the room is full */
    void requireInRoom(long roomId) {
        if (!hasPlaceInRoom(roomId)) {
            throw new Conflict("This room has " + limits.members() + " members, which is the limit.");
        }
    }

    boolean hasPlaceForAccount(long accountId) {
        return memberships.roomsOf(accountId) < limits.perAccount();
    }

    boolean hasPlaceInRoom(long roomId) {
        return memberships.membersOf(roomId) < limits.members();
    }
}
