package chat.salas.room;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** The tables of this package, and transactions over them. */
@Singleton
record Store(
        RoomRepository rooms,
        MembershipRepository memberships,
        InviteRepository invites,
        BanRepository bans,
        TransactionOperations<Connection> transactions) {

    /** How somebody stands to a room now; for the transaction that does what a membership was asked for before. */
    Standing standing(Membership by, long now) {
        Room room = by.room();
        return memberships
                .member(room.id(), by.actor().id())
                .map(entry -> entry.in(room, by.actor(), now).standing())
                .orElseGet(() -> new Standing(Access.NONE, room.listed(), room.encryption(), null));
    }

    /**
     * Inside the transaction: of two who rule each other at the same time, the later one rules no more.
     *
     * @throws chat.salas.kernel.Problem when the right ended meanwhile
     */
    void requireStill(Act act, Membership by, long now) {
        RoomPolicy.require(act, standing(by, now));
    }

    /** Commits what the work did, or nothing when it throws. Effects on the world outside come after it returned. */
    <T> T write(Supplier<T> work) {
        return transactions.executeWrite(status -> work.get());
    }
}
