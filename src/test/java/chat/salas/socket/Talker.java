package chat.salas.socket;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket client as a program would write one: sends frames, and waits for those that it expects. */
final class Talker implements WebSocket.Listener, AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final BlockingQueue<Map<String, Object>> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    /** @param headers names and values in turn */
    static Talker connect(URI server, String... headers) {
        Talker talker = new Talker();
        WebSocket.Builder builder =
                CLIENT.newWebSocketBuilder().connectTimeout(PATIENCE).subprotocols("salas.v1");
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        URI uri = URI.create("ws://" + server.getAuthority() + "/ws");
        talker.socket = builder.buildAsync(uri, talker).join();
        return talker;
    }

    /** The status that an upgrade is refused with. */
    static int refusal(URI server, String... headers) {
        try (Talker talker = connect(server, headers)) {
            throw new AssertionError("was not refused: " + talker);
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof java.net.http.WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
    }

    WebSocket socket() {
        return java.util.Objects.requireNonNull(socket);
    }

    /** Sends a frame; quotes may be single. */
    void say(String frame) {
        socket().sendText(frame.replace('\'', '"'), true).join();
    }

    /** Joins and waits for the answer. */
    Map<String, Object> join(String room) {
        say("{'type':'join','room':'" + room + "'}");
        return expect("joined");
    }

    Map<String, Object> join(String room, long after) {
        say("{'type':'join','room':'" + room + "','after':" + after + "}");
        return expect("joined");
    }

    /** Sends a message without waiting. */
    void send(String room, String text) {
        say("{'type':'send_message','ref':'" + text + "','room':'" + room + "','id':'" + UUID.randomUUID()
                + "','text':'" + text + "'}");
    }

    /** The next frame that is there within ten seconds. */
    Map<String, Object> next() {
        try {
            Map<String, Object> frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (frame == null) {
                throw new AssertionError("nothing came, closed: " + closed);
            }
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame of the type; others before it are dropped. */
    Map<String, Object> expect(String type) {
        Map<String, Object> frame = next();
        while (!type.equals(frame.get("type"))) {
            frame = next();
        }
        return frame;
    }

    /** The next {@code count} seqs of messages. */
    List<Long> seqs(int count) {
        List<Long> seqs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seqs.add(number(expect("message"), "seq"));
        }
        return seqs;
    }

    static long number(Map<String, Object> frame, String field) {
        Object value = frame.get(field);
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new AssertionError("no " + field + " in " + frame);
    }

    /** What has come until a ping that is sent now is answered. */
    List<Map<String, Object>> untilNow() {
        String ref = UUID.randomUUID().toString();
        say("{'type':'ping','ref':'" + ref + "'}");
        List<Map<String, Object>> before = new ArrayList<>();
        for (Map<String, Object> frame = next(); !ref.equals(frame.get("ref")); frame = next()) {
            before.add(frame);
        }
        return before;
    }

    /** What has come and was not asked for yet. */
    List<Map<String, Object>> rest() {
        List<Map<String, Object>> rest = new ArrayList<>();
        frames.drainTo(rest);
        return rest;
    }

    /** The code of the server's close, waited for. */
    int closeCode() {
        return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(parse(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String json) {
        try {
            return (Map<String, Object>) java.util.Objects.requireNonNull(JSON.readValue(json, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket().abort();
    }
}
