package chat.salas.socket;

import chat.salas.kernel.Draining;
import chat.salas.kernel.Problem;
import chat.salas.kernel.Problem.Refused;
import chat.salas.kernel.Problem.Unavailable;
import chat.salas.message.Message;
import chat.salas.message.Messages;
import chat.salas.room.ReadMarks;
import chat.salas.room.Rooms;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what clients ask; on virtual threads, one request of a connection at a time. */
@Singleton
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int HAND_OVER_SECONDS = 30;

    private final Messages messages;
    private final Rooms rooms;
    private final ReadMarks marks;
    private final Draining draining;
    private final Desk desk;

    Conversation(Messages messages, Rooms rooms, ReadMarks marks, Draining draining, Desk desk) {
        this.messages = messages;
        this.rooms = rooms;
        this.marks = marks;
        this.draining = draining;
        this.desk = desk;
    }

    Desk desk() {
        return desk;
    }

    /** Never throws: what goes wrong is told to the client. */
    void answer(Connection connection, Request request) {
        try {
            if (draining.isOn()) {
                throw new Unavailable("The server is going down");
            }
            perform(connection, request);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            fail(connection, request.ref(), failure);
        }
    }

    private void perform(Connection connection, Request request) throws Exception {
        switch (request) {
            case Request.Join join -> join(connection, join);
            case Request.Leave leave -> leave(connection, leave);
            case Request.Send send -> send(connection, send);
            case Request.Typing typing -> messages.typing(connection.actor(), typing.room());
            case Request.Read read -> marks.read(rooms.asMember(connection.actor(), read.room()), read.seq());
            case Request.Ping ping -> connection.send(desk.frames().pong(ping.ref()));
            case Request.Unreadable bad -> connection.fail(bad.ref(), bad.problem());
        }
    }

    private void send(Connection connection, Request.Send send) throws InterruptedException {
        connection.startSending();
        CompletableFuture<Message> stored;
        try {
            stored = messages.post(connection.actor(), send.room(), send.draft().parse());
        } catch (RuntimeException failure) {
            connection.sent();
            throw failure;
        }
        var _ = stored.whenComplete((message, failure) -> {
            if (failure == null) {
                connection.acknowledge(send.ref(), message);
            } else {
                fail(connection, send.ref(), failure);
            }
            connection.sent();
        });
    }

    private void join(Connection connection, Request.Join join)
            throws InterruptedException, ExecutionException, TimeoutException {
        RoomStream before = connection.rooms().get(join.room());
        int most = desk.limits().rooms();
        if (before == null && connection.rooms().size() >= most) {
            throw new Refused("room", "rooms of one connection: " + most + " (expected: less)");
        }
        Request.Join from = before == null ? join : join.orAfter(endOf(connection, before));
        RoomStream stream = new RoomStream(connection, from, desk);
        connection.rooms().put(join.room(), stream);
        try {
            stream.endsBy(messages.join(connection.actor(), join.room(), from.after(), stream, connection.reading()));
        } catch (RuntimeException failure) {
            stream.end();
            throw failure;
        }
        if (connection.isOver()) {
            stream.end();
        }
    }

    // The event loop ends it, so that what it is writing right now counts as told.
    private static Long endOf(Connection connection, RoomStream before)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Long> lastSeq = new CompletableFuture<>();
        connection.outbox().add(_ -> {
            before.end();
            lastSeq.complete(before.lastSeq());
        });
        return lastSeq.get(HAND_OVER_SECONDS, TimeUnit.SECONDS);
    }

    private void leave(Connection connection, Request.Leave leave) {
        RoomStream stream = connection.rooms().get(leave.room());
        if (stream != null) {
            stream.end();
        }
        connection.send(desk.frames().left(leave.ref(), leave.room()));
    }

    private static void fail(Connection connection, @Nullable String ref, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Problem problem) {
            connection.fail(ref, problem);
        } else {
            LOG.error("A request over a socket failed", cause);
            connection.send(connection.desk().frames().broken(ref));
        }
    }
}
