package chat.salas.socket;

import chat.salas.kernel.Problem;
import chat.salas.live.Bus.Subscription;
import chat.salas.live.RoomEvent;
import chat.salas.live.Typing.TypingStarted;
import chat.salas.message.Message;
import chat.salas.message.MessageEvent.Edited;
import chat.salas.message.MessageEvent.Posted;
import chat.salas.message.Messages.Delivery;
import chat.salas.message.Messages.Delivery.Ended;
import chat.salas.message.Messages.Delivery.Joined;
import chat.salas.message.Messages.Delivery.Live;
import chat.salas.message.Messages.Delivery.Missed;
import chat.salas.room.Banned;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MemberMuted;
import chat.salas.room.RoomEvents.MemberPresence;
import chat.salas.room.RoomEvents.RoleChanged;
import chat.salas.room.RoomEvents.RoomDeleted;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one room: what the room tells, as frames, in order. What was missed is written piece by piece, each after
 * the one before has left this process; what is live goes into the outbox without waiting.
 */
final class RoomStream implements Consumer<Delivery> {
    private final Connection connection;
    private final String room;
    private final @Nullable String ref;
    private final RoomWires wires;
    private final Frames frames;
    private @Nullable RoomWire wire;
    private @Nullable Subscription subscription;
    private long roomId;
    private volatile long lastSeq;
    private volatile boolean ended;

    RoomStream(Connection connection, Request.Join join, Desk desk) {
        this.connection = connection;
        this.room = join.room();
        this.ref = join.ref();
        this.wires = desk.wires();
        this.frames = desk.frames();
        this.lastSeq = join.after() == null ? -1 : join.after();
    }

    String room() {
        return room;
    }

    /** The last message that the client was told of, or has said to know. */
    long lastSeq() {
        return lastSeq;
    }

    /** What ends it; closed at once when it ended already. */
    synchronized void endsBy(Subscription way) {
        subscription = way;
        if (ended) {
            way.close();
        }
    }

    /** Nothing more is written, but for what the event loop is writing right now. Again does no harm. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        connection.forget(this);
        if (wire != null) {
            wires.release(roomId);
        }
        if (subscription != null) {
            subscription.close();
        }
    }

    @Override
    public void accept(Delivery delivery) {
        switch (delivery) {
            case Joined joined -> joined(joined);
            case Missed(List<Message> messages) -> missed(messages);
            case Live(List<? extends RoomEvent> events) -> live(events);
            case Ended(Problem why) -> ended(why);
        }
    }

    private synchronized void joined(Joined joined) {
        if (ended) {
            return;
        }
        roomId = joined.roomId();
        wire = wires.take(roomId, room);
        lastSeq = lastSeq < 0 ? joined.lastSeq() : lastSeq;
        connection.send(frames.joined(ref, joined));
    }

    private void missed(List<Message> messages) {
        Batch page = new Batch(messages.stream().map(Posted::new).toList(), room, frames);
        for (Batch.Part part : page.parts()) {
            if (!ended && part instanceof Batch.ForAll piece && !connection.sendAndWait(out -> missed(out, piece))) {
                end();
            }
        }
    }

    // On the event loop, so that nothing is written behind a rejoin.
    private void missed(CompletableFuture<@Nullable Void> written, Batch.ForAll piece) {
        if (ended) {
            written.complete(null);
        } else {
            lastSeq = piece.lastSeq();
            connection.writeAndTell(piece.bytes(), written);
        }
    }

    private void live(List<? extends RoomEvent> events) {
        if (wire != null && !ended) {
            Batch batch = wire.batch(events);
            connection.outbox().add(outbox -> write(outbox, batch));
        }
    }

    /** A client that was not told something must not go on as if it had been. */
    private void write(Outbox outbox, Batch batch) {
        try {
            writeAll(outbox, batch);
        } catch (Throwable failure) {
            connection.pipe().close(1011, "Something went wrong: come back with after");
            end();
            throw failure;
        }
    }

    private void writeAll(Outbox outbox, Batch batch) {
        for (Batch.Part part : batch.parts()) {
            if (ended) {
                return;
            }
            switch (part) {
                case Batch.ForAll(byte[] bytes, long seq) -> {
                    outbox.write(connection.pipe(), bytes);
                    lastSeq = Math.max(lastSeq, seq);
                }
                case Batch.ForSome(RoomEvent event, byte[] bytes) -> write(outbox, event, bytes);
            }
        }
    }

    private void write(Outbox outbox, RoomEvent event, byte[] bytes) {
        long me = connection.actor().id();
        switch (event) {
            case Edited edited
            when edited.reactors().stream().anyMatch(r -> r.accountId() == me) ->
                outbox.write(connection.pipe(), frames.edited(edited.seenBy(me)));
            case TypingStarted typing when typing.accountId() == me -> {}
            case MemberPresence presence when !connection.isNews(presence.accountId(), presence.online()) -> {}
            case MemberMuted muted when muted.accountId() != me -> {}
            case RoleChanged changed when changed.accountId() != me -> {}
            case MemberLeft left when left.accountId() != me -> {}
            case MemberLeft _, RoomDeleted _ -> {
                outbox.write(connection.pipe(), bytes);
                end();
            }
            default -> outbox.write(connection.pipe(), bytes);
        }
    }

    private void ended(Problem why) {
        connection.outbox().add(outbox -> {
            if (!ended) {
                outbox.write(connection.pipe(), farewell(why));
                end();
            }
        });
    }

    private byte[] farewell(Problem why) {
        return switch (why.status()) {
            case 403 -> frames.removed(room, why instanceof Banned);
            case 404 -> frames.deleted(room);
            default -> frames.ended(room, why);
        };
    }
}
