package chat.salas.rights;

import chat.salas.testing.Answer;
import chat.salas.testing.Api;
import chat.salas.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through a door and says in one word what came of it. */
final class Tries {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern STATUS = Pattern.compile("\"status\":(\\d+)");
    private static final Pattern TYPE = Pattern.compile("\"type\":\"(\\w+)\"");

    private final TestServer server;

    Tries(TestServer server) {
        this.server = server;
    }

    /** The status of a REST call. */
    static Answer rest(Door door, Api client, Scene scene) {
        return rest(door, client, scene.fill(door.path()), scene.fill(door.body()));
    }

    static Answer restIntoNowhere(Door door, Api client, Scene scene) {
        return rest(door, client, scene.fillAbsent(door.path()), scene.fillAbsent(door.body()));
    }

    private static Answer rest(Door door, Api client, String path, String body) {
        if (body.startsWith("?")) {
            return client.send(door.kind(), path + body, null);
        }
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return client.raw(door.kind(), path, body.isEmpty() ? null : "application/json", publisher);
    }

    /** The type of the first frame that answers the command; an error's status; the upgrade's status; or "nothing". */
    String socket(Door door, Api client, Scene scene) {
        return socket(client, scene.fill(door.body()));
    }

    String socketIntoNowhere(Door door, Api client, Scene scene) {
        return socket(client, scene.fillAbsent(door.body()));
    }

    private String socket(Api client, String command) {
        Frames frames = new Frames();
        try {
            WebSocket socket = open(client, frames);
            socket.sendText(command, true).join();
            socket.sendText("{\"type\":\"ping\",\"ref\":\"end\"}", true).join();
            String word = frames.word();
            socket.abort();
            return word;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return Integer.toString(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    private WebSocket open(Api client, Frames frames) {
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder().subprotocols("salas.v1");
        client.session().ifPresent(session -> builder.header("Cookie", "salas_session=" + session)
                .header("Origin", server.uri().toString()));
        return builder.buildAsync(URI.create("ws://" + server.uri().getAuthority() + "/ws"), frames)
                .join();
    }

    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        /** Presence is told to everybody in small rooms and answers nothing. */
        String word() {
            String frame = next();
            while (frame.contains("\"type\":\"presence\"")) {
                frame = next();
            }
            return frame.contains("\"ref\":\"end\"") ? later() : word(frame);
        }

        /** What was said before the ping may be answered after it, as it waits for the disk. */
        private String later() {
            String frame = poll(300);
            while (frame != null && frame.contains("\"type\":\"presence\"")) {
                frame = poll(300);
            }
            return frame == null ? "nothing" : word(frame);
        }

        private static String word(String frame) {
            Matcher status = STATUS.matcher(frame);
            if (frame.contains("\"type\":\"error\"") && status.find()) {
                return status.group(1);
            }
            Matcher type = TYPE.matcher(frame);
            return type.find() ? type.group(1) : frame;
        }

        private String next() {
            String frame = poll(10_000);
            if (frame == null) {
                throw new AssertionError("the socket says nothing");
            }
            return frame;
        }

        private @Nullable String poll(int millis) {
            try {
                return frames.poll(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What is drawn for who opens the page: the room's inside, its name, the form for those who are nobody yet, the administration, or none. */
    String page(Door door, Api client, Scene scene) {
        String drawn = drawn(client, scene.fill(door.body()));
        if (drawn.contains(Scene.SAID)) {
            return "inside";
        }
        if (drawn.contains(scene.name())) {
            return "card";
        }
        if (drawn.contains("\"admin\"")) {
            return "administration";
        }
        return drawn.contains("auth-card") ? "sign-in" : "page";
    }

    /** What the page's script is told first, and once it has asked for the address. */
    private String drawn(Api client, String address) {
        String location = URLEncoder.encode(address, StandardCharsets.UTF_8);
        HttpResponse<String> begun =
                send(client, "", "/?v-r=init&query=&location=" + location, BodyPublishers.noBody());
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String call = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",
                "appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":0,"clientId":0}""".formatted(found("\"Vaadin-Security-Key\":\"([^\"]+)\"", begun.body()), address);
        String path = "/?v-r=uidl&v-uiId=" + found("\"v-uiId\":(\\d+)", begun.body());
        return begun.body()
                + send(client, cookie, path, BodyPublishers.ofString(call)).body();
    }

    private HttpResponse<String> send(Api client, String cookie, String path, BodyPublisher body) {
        String session =
                client.session().map(token -> "; salas_session=" + token).orElse("");
        HttpRequest request = HttpRequest.newBuilder(URI.create(client.base() + path))
                .method(cookie.isEmpty() ? "GET" : "POST", body)
                .header("Cookie", "a=b; " + cookie + session)
                .header("Origin", client.base().toString())
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }
}
