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

    /** Commits what the work did, or nothing when it throws. Effects on the world outside come after it returned. */
    <T> T write(Supplier<T> work) {
        return transactions.executeWrite(status -> work.get());
    }
}
