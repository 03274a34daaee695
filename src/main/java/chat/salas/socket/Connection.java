package chat.salas.socket;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.live.Bus.Subscription;
import chat.salas.message.Message;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Somebody's socket: who it is, the rooms that it is in, what it asked and what it is told. */
final class Connection implements Pipe.Talk {
    private static final int MAX_UNACKNOWLEDGED = 256;
    private static final int WAIT_SECONDS = 30;

    private final Actor actor;
    private final Pipe pipe;
    private final Outbox outbox;
    private final Conversation house;
    private final Desk desk;
    private final Lane lane;
    private final Semaphore unacknowledged = new Semaphore(MAX_UNACKNOWLEDGED);
    private Subscription registration = () -> {};
    private final Lock reading = new ReentrantLock(true);
    private final Map<String, RoomStream> rooms = new ConcurrentHashMap<>(4);
    private @Nullable Recently recently;
    private @Nullable Strikes strikes;
    private volatile boolean over;

    /** On the event loop. */
    Connection(Actor actor, Pipe pipe, Outbox outbox, Conversation house) {
        this.actor = actor;
        this.pipe = pipe;
        this.outbox = outbox;
        this.house = house;
        this.desk = house.desk();
        this.lane = new Lane(desk.threads(), open -> pipe.pauseReading(!open));
    }

    /** On the event loop, once: how it is taken off the books. */
    void registered(Subscription way) {
        registration = way;
    }

    Desk desk() {
        return desk;
    }

    Actor actor() {
        return actor;
    }

    Pipe pipe() {
        return pipe;
    }

    Outbox outbox() {
        return outbox;
    }

    Map<String, RoomStream> rooms() {
        return rooms;
    }

    /** For its rooms, so that one after the other is caught up with. */
    Lock reading() {
        return reading;
    }

    boolean isOver() {
        return over;
    }

    void forget(RoomStream stream) {
        rooms.remove(stream.room(), stream);
    }

    /** Runs it after the requests that came before. */
    void later(Runnable task) {
        lane.add(task);
    }

    /** Stays on the books while there is something left to do, as that must not be done for a credential that ended. */
    private void takeOffTheBooks() {
        if (!lane.add(registration::close)) {
            registration.close();
        }
    }

    void send(byte[] frame) {
        outbox.add(out -> out.write(pipe, frame));
    }

    void fail(@Nullable String ref, Problem problem) {
        send(desk.frames().failed(ref, problem));
    }

    void acknowledge(@Nullable String ref, Message stored) {
        outbox.add(out -> out.write(pipe, desk.frames().ack(ref, stored)));
    }

    /** Waits, so that one client has only so many messages on the way to the disk. */
    void startSending() throws InterruptedException {
        unacknowledged.acquire();
    }

    void sent() {
        unacknowledged.release();
    }

    /** Says good-bye once everything that was asked before has its answer, or after some seconds. */
    void leaveWhenDone(int seconds) {
        later(() -> {
            try {
                boolean done = unacknowledged.tryAcquire(MAX_UNACKNOWLEDGED, seconds, TimeUnit.SECONDS);
                close(1001, done ? "The server is going down" : "The server must go down");
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Closes after what waits in the outbox. */
    void close(int code, String reason) {
        outbox.add(_ -> pipe.close(code, reason));
    }

    /** Rights end at once: what is still waiting is not done. */
    void credentialEnded() {
        lane.stop();
        close(4401, "Signed out");
        if (over) {
            registration.close();
        }
    }

    /**
     * Hands the writing to the event loop and waits until the client's side has taken the bytes.
     *
     * @return false when it did not for half a minute, or is gone
     */
    boolean sendAndWait(Consumer<CompletableFuture<@Nullable Void>> writing) {
        CompletableFuture<@Nullable Void> written = new CompletableFuture<>();
        outbox.add(_ -> writing.accept(written));
        try {
            written.get(WAIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException slow) {
            close(1013, "Too slow: come back with after");
        } catch (ExecutionException | CancellationException gone) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** On the event loop. */
    void writeAndTell(byte[] frames, CompletableFuture<@Nullable Void> written) {
        pipe.writeAndTell(pipe.channel().alloc().directBuffer(frames.length).writeBytes(frames), written);
    }

    /** On the event loop: whether the client has not just been told the same. */
    boolean isNews(long accountId, boolean online) {
        recently = recently == null ? new Recently() : recently;
        return recently.isNews(accountId, online);
    }

    @Override
    public void heard(String text) {
        switch (RequestParser.parse(text)) {
            case Request.Ping ping -> send(desk.frames().pong(ping.ref()));
            case Request.Unreadable bad -> refuse(bad);
            case Request request -> later(() -> house.answer(this, request));
        }
    }

    private void refuse(Request.Unreadable bad) {
        fail(bad.ref(), bad.problem());
        strikes = strikes == null ? new Strikes() : strikes;
        if (strikes.isOut(desk.clock().instant())) {
            close(1008, "Too many frames that cannot be understood");
        }
    }

    @Override
    public void over(boolean byServer) {
        over = true;
        if (byServer) {
            lane.stop();
        }
        desk.threads().execute(this::release);
    }

    private void release() {
        takeOffTheBooks();
        Collection<RoomStream> left = List.copyOf(rooms.values());
        left.forEach(RoomStream::end);
    }
}
