package chat.salas.message;

import chat.salas.kernel.Problem;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** One thing for the journal to write. */
interface Entry<R> {
    long roomId();

    /** Whoever wants it; a member of the room when it is written, or it is refused. */
    long accountId();

    /** Completes after the commit, or with the {@link Problem} that stood against it. */
    CompletableFuture<R> done();

    /**
     * Writes it into the open transaction. Checks come before the first write, so that a refusal leaves nothing behind.
     *
     * @throws Problem when it is refused; the others in the transaction are not concerned
     */
    Written write(Ledger ledger) throws SQLException;
}
