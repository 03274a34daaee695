package chat.salas.account;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.audit.AuditLog;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/**
 * The one place that knows who administers the instance. It asks the database each time, not the {@link Actor}: a page that
 * is open may hold one that was made before somebody was named or dismissed.
 */
@Singleton
public final class Office {
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;

    Office(AccountRepository accounts, AuditLog audit, TransactionOperations<Connection> transactions) {
        this.accounts = accounts;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether the actor administers the instance now; a look at one row. */
    public boolean isHeldBy(Actor actor) {
        return accounts.administers(actor.id());
    }

    /** @throws Problem.Forbidden for everybody who does not administer the instance now */
    public void require(Actor actor) {
        if (!isHeldBy(actor)) {
            throw new Problem.Forbidden("Only administrators of this server may do that");
        }
    }

    /** Does something to the instance, or all of it fails; who does it holds the office at the moment of the commit. */
    public <T> T act(Actor actor, Supplier<T> work) {
        return transactions.executeWrite(_ -> {
            require(actor);
            return work.get();
        });
    }

    /** Writes down what was done; inside {@link #act}. */
    public void record(Actor actor, AuditAction action, long subjectId, AuditDetail detail) {
        audit.instance().write(actor.id(), action, subjectId, detail);
    }
}
