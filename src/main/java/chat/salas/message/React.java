package chat.salas.message;

import chat.salas.kernel.Problem.Conflict;
import chat.salas.kernel.Problem.Refused;
import chat.salas.message.MessageEvent.Reacted;
import chat.salas.room.Membership;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A reaction that comes ({@code on}) or goes. */
record React(Membership by, long seq, String emoji, boolean on, Instant at, CompletableFuture<Boolean> done)
        implements Entry<Boolean> {
    static final int MAX_EMOJI = 20;

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
        ledger.admitSpeaker(this, at);
        if (ledger.head(this, seq).deleted()) {
            throw new Conflict("Message " + seq + " was deleted.");
        }
        if (!change(ledger)) {
            return Written.of(this, false, null);
        }
        int count = ledger.reactions(this);
        return Written.of(this, true, new Reacted(roomId(), by.room().slug(), seq, emoji, accountId(), on, count));
    }

    private boolean change(Ledger ledger) throws SQLException {
        if (!on) {
            return ledger.remove(this);
        }
        if (ledger.otherEmoji(this) >= MAX_EMOJI) {
            throw new Refused("emoji", "the message has " + MAX_EMOJI + " different ones already");
        }
        return ledger.add(this, at.toEpochMilli());
    }
}
