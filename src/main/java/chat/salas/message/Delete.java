package chat.salas.message;

import chat.salas.message.Ledger.Head;
import chat.salas.room.Act;
import chat.salas.room.Membership;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A message whose content is to go. */
record Delete(Membership by, long seq, Instant at, CompletableFuture<Boolean> done) implements Entry<Boolean> {

    @Override
    public long roomId() {
        return by.room().id();
    }

    @Override
    public long accountId() {
        return by.actor().id();
    }

    @Override
    public Written write(Ledger ledger) throws SQLException {
        Membership now = by.as(ledger.admit(this));
        Head head = ledger.head(this, seq);
        now.require(Act.erasing(head.authorId() == accountId()));
        if (head.deleted()) {
            return Written.of(this, false, null);
        }
        ledger.erase(this, head);
        return Written.of(
                this, true, new MessageEvent.Deleted(roomId(), by.room().slug(), seq, accountId()));
    }
}
