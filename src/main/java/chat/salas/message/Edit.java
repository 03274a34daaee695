package chat.salas.message;

import chat.salas.message.Bodies.Body;
import chat.salas.message.Message.Reaction;
import chat.salas.message.MessageEvent.Edited;
import chat.salas.message.MessageEvent.Reactor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Other words for a message; completes empty when it was changed meanwhile.
 *
 * @param message with the new words, without reactions
 */
record Edit(Message message, Body body, Instant at, CompletableFuture<Optional<Message>> done)
        implements Entry<Optional<Message>> {

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
        ledger.admitSpeaker(this, at);
        if (!ledger.replace(this)) {
            return Written.of(this, Optional.empty(), null);
        }
        List<Reactor> reactors = ledger.reactors(roomId(), message.seq());
        Edited event = new Edited(message.withReactions(counted(reactors)), Set.copyOf(reactors));
        return Written.of(this, Optional.of(event.seenBy(accountId())), event);
    }

    private static List<Reaction> counted(List<Reactor> reactors) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        reactors.forEach(reactor -> counts.merge(reactor.emoji(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> new Reaction(count.getKey(), count.getValue(), false))
                .toList();
    }
}
