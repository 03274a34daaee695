package chat.salas.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bridge's wire without a browser. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FlowServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Wire(FlowServer server) {
        this.server = server;
    }

    /** Headers are name, value, name, value, … */
    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return client.send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(server.uri(path)).timeout(PATIENCE);
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        try {
            return client.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the script of a page does first. */
    OpenPage open(String location, String... headers) {
        String query = "/?v-r=init&query=&location=" + URLEncoder.encode(location, StandardCharsets.UTF_8);
        return new OpenPage(get(query, headers));
    }

    /** A page as its script knows it. */
    record OpenPage(HttpResponse<String> answer) {
        String cookie() {
            return answer.headers().firstValue("Set-Cookie").orElse("").split(";")[0];
        }

        String csrf() {
            return find("\"Vaadin-Security-Key\":\"([^\"]+)\"");
        }

        String pushId() {
            return find("\"Vaadin-Push-ID\":\"([^\"]+)\"");
        }

        int uiId() {
            return Integer.parseInt(find("\"v-uiId\":(\\d+)"));
        }

        private String find(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(answer.body());
            if (!matcher.find()) {
                throw new AssertionError(pattern + " is not in " + answer.statusCode() + " " + answer.body());
            }
            return matcher.group(1);
        }

        String callPath() {
            return "/?v-r=uidl&v-uiId=" + uiId();
        }

        /** A call with these invocations; the first one of a page has the number 0. */
        String call(int number, String invocations) {
            return "{\"csrfToken\":\"" + csrf() + "\",\"rpc\":[" + invocations + "],\"syncId\":0,\"clientId\":" + number
                    + "}";
        }

        /** What makes the client router show the view. */
        String navigate(String route) {
            return call(
                    0,
                    "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + route
                            + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}");
        }
    }

    Socket push(OpenPage page, String... headers) {
        return push(
                "v-r=push&v-uiId=" + page.uiId() + "&v-pushId=" + page.pushId() + "&X-Atmosphere-tracking-id=0",
                headers);
    }

    Socket push(String query, String... headers) {
        return new Socket(client, server, query, headers);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** One push connection; frames are whole messages. */
    static final class Socket implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;
        private volatile boolean reading = true;

        Socket(HttpClient client, FlowServer server, String query, String... headers) {
            WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(PATIENCE);
            for (int i = 0; i < headers.length; i += 2) {
                builder.header(headers[i], headers[i + 1]);
            }
            URI uri = URI.create(server.url("/VAADIN/push?" + query).replaceFirst("http", "ws"));
            try {
                socket = builder.buildAsync(uri, this).get(20, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new Refused(e);
            } catch (InterruptedException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onOpen(WebSocket opened) {
            opened.request(1);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            if (reading) {
                from.request(1);
            }
            return java.util.concurrent.CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            frames.add("closed " + code);
            return java.util.concurrent.CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            frames.add("broken");
        }

        void stopReading() {
            reading = false;
        }

        void goOnReading() {
            reading = true;
            socket.request(Long.MAX_VALUE);
        }

        /** The next frame, or {@code closed} and the code; fails after 10 seconds. */
        String next() {
            try {
                String frame = frames.poll(10, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("No frame came in 10 s");
                }
                return frame;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The first frame with this text. */
        String until(String text) {
            for (int i = 0; i < 1000; i++) {
                String frame = next();
                if (frame.contains(text)) {
                    return frame;
                }
                if (frame.startsWith("closed") || frame.equals("broken")) {
                    throw new AssertionError("It ended with " + frame + " before " + text);
                }
            }
            throw new AssertionError("1000 frames without " + text);
        }

        void abort() {
            socket.abort();
        }

        void close() {
            socket.sendClose(1000, "").orTimeout(5, TimeUnit.SECONDS).join();
        }
    }

    /** The handshake was answered otherwise. */
    static final class Refused extends RuntimeException {
        Refused(Throwable cause) {
            super(cause);
        }

        int status() {
            return getCause() != null
                            && getCause().getCause() instanceof java.net.http.WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }
}
