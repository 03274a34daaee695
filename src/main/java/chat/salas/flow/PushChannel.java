package chat.salas.flow;

import com.vaadin.flow.server.VaadinService;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.exceptions.WebSocketSessionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The way to one open page. Frames are the length in characters, a bar, and the message. */
final class PushChannel {
    private static final CloseReason TOO_SLOW = new CloseReason(1013, "reading too slowly");

    private final WebSocketSession socket;
    private final long maxPendingBytes;
    private final AtomicLong pendingBytes = new AtomicLong();
    private final AtomicBoolean open = new AtomicBoolean(true);

    PushChannel(WebSocketSession socket, long maxPendingBytes) {
        this.socket = socket;
        this.maxPendingBytes = maxPendingBytes;
    }

    boolean isOpen() {
        return open.get() && socket.isOpen();
    }

    long pendingBytes() {
        return pendingBytes.get();
    }

    /** Queues the message behind those before it. One message may be larger than the limit if nothing else waits. */
    void send(String message) {
        String frame = message.length() + "|" + message;
        long bytes = frame.length();
        long before = pendingBytes.getAndAdd(bytes);
        if (before > 0 && before + bytes > maxPendingBytes) {
            close(TOO_SLOW);
        } else {
            write(frame, bytes);
        }
    }

    private void write(String frame, long bytes) {
        try {
            socket.sendAsync(frame).whenComplete((sent, failure) -> {
                pendingBytes.addAndGet(-bytes);
                if (failure != null) {
                    open.set(false);
                }
            });
        } catch (WebSocketSessionException closedMeanwhile) {
            open.set(false);
        }
    }

    /** Makes the page reload. */
    void expire() {
        sayLast(VaadinService.createSessionExpiredJSON(true));
    }

    /** Makes the page leave for that address. An error without words is how its script takes that as its last order. */
    void redirect(String location) {
        sayLast(VaadinService.createCriticalNotificationJSON(null, null, null, location));
    }

    private void sayLast(String message) {
        if (isOpen()) {
            send(message);
            close(CloseReason.NORMAL);
        }
    }

    void close(CloseReason reason) {
        if (open.compareAndSet(true, false)) {
            socket.close(reason);
        }
    }

    /** The other side has gone. */
    void closed() {
        open.set(false);
    }
}
