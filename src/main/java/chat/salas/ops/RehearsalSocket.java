package chat.salas.ops;

import chat.salas.kernel.StartRefused;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program that joins a room and speaks in it, some messages on the way at once. */
final class RehearsalSocket implements WebSocket.Listener, AutoCloseable {
    private static final int ON_THE_WAY = 10;
    private static final int PATIENCE_SECONDS = 60;

    private final Semaphore free = new Semaphore(ON_THE_WAY);
    private final StringBuilder frame = new StringBuilder();
    private @Nullable WebSocket socket;

    private RehearsalSocket() {}

    static RehearsalSocket open(HttpClient client, URI server, String token) {
        RehearsalSocket opened = new RehearsalSocket();
        try {
            opened.socket = client.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .subprotocols("salas.v1")
                    .buildAsync(URI.create("ws://" + server.getAuthority() + "/ws"), opened)
                    .join();
        } catch (CompletionException e) {
            throw new StartRefused("The server in training let no socket in.");
        }
        return opened;
    }

    /** Hears what is said there from now on. */
    void join(String room) {
        send("{\"type\":\"join\",\"ref\":\"j\",\"room\":\"" + room + "\",\"after\":0}");
    }

    /** Back when all of them are acknowledged. */
    void speak(String room, int messages) throws InterruptedException {
        for (int i = 0; i < messages; i++) {
            take(1);
            send("{\"type\":\"send_message\",\"ref\":\"r\",\"room\":\"" + room + "\",\"id\":\"" + UUID.randomUUID()
                    + "\",\"text\":\"" + Rehearsal.line(i) + "\"}");
        }
        take(ON_THE_WAY);
    }

    private void take(int permits) throws InterruptedException {
        if (!free.tryAcquire(permits, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new StartRefused("The server in training did not acknowledge what was sent.");
        }
    }

    private void send(String text) {
        WebSocket open = socket;
        if (open != null) {
            open.sendText(text, true).join();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            if (frame.indexOf("\"type\":\"ack\"") >= 0) {
                free.release();
            }
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
