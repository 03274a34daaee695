package chat.salas.message;

import chat.salas.kernel.Problem.Conflict;
import chat.salas.message.Bodies.Body;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * A new message.
 *
 * @param message without its number
 * @param repeated is told the number of the first message when the client id was there; must not block
 */
record Post(Message message, Body body, CompletableFuture<Message> done, LongConsumer repeated)
        implements Entry<Message> {

    @Override
    public long roomId() {
        return message.roomId();
    }

    @Override
    public long accountId() {
        return message.author().id();
    }

    @Override
    public Written write(Ledger ledger) throws SQLException {
        ledger.admitSpeaker(this, message.at());
        Long seq = ledger.add(this);
        if (seq == null) {
            return again(ledger);
        }
        Message numbered = message.numbered(seq);
        return Written.of(this, numbered, new MessageEvent.Posted(numbered));
    }

    private Written again(Ledger ledger) throws SQLException {
        Long first = ledger.ownSeq(roomId(), message.id(), accountId());
        if (first == null) {
            throw new Conflict("Somebody else's message has this id.");
        }
        return new Written(() -> repeated.accept(first), null);
    }
}
