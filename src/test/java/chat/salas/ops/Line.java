package chat.salas.ops;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket that keeps the frames it gets. */
final class Line implements WebSocket.Listener, AutoCloseable {
    static final String CLOSED = "closed";

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder frame = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    Line(URI server, String token) {
        URI uri = URI.create(server.toString().replaceFirst("^http", "ws") + "/ws");
        socket = client.newWebSocketBuilder()
                .subprotocols("salas.v1")
                .header("Authorization", "Bearer " + token)
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(uri, this)
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    void send(String json) {
        socket.sendText(json, true).orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** The next frame of this type, skipping others; {@link #CLOSED} once the socket is gone; null when none comes. */
    @Nullable
    String next(String type, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        String found = frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        while (found != null && !found.equals(CLOSED) && !found.contains("\"type\":\"" + type + "\"")) {
            found = frames.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        return found;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            frames.add(frame.toString());
            frame.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        frames.add(CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        frames.add(CLOSED);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
