package chat.salas.ops;

import chat.salas.kernel.StartRefused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and programs do first on a real server, so that a training sees it. Fails when the server does not do its part. */
final class Rehearsal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\"]+\\.(?:js|css|svg|png|webmanifest))\"");
    private static final String MESSAGES = "/api/rooms/stage/messages";
    private static final String ANA = "{\"email\":\"ana@example.org\",\"password\":\"a dress rehearsal, out loud\"}";
    private static final int PAGES = 3;
    private static final int POSTS = 100;
    private static final int AUDIENCE = 10;
    /** So many that the way of a message counts as hot, see {@link Training}. */
    private static final int LINES = 20_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private String cookie = "";

    private Rehearsal(URI server) {
        this.server = server;
    }

    /** All of it, once; a quarter of a minute. */
    static void run(URI server) throws IOException, InterruptedException {
        try (Rehearsal rehearsal = new Rehearsal(server)) {
            rehearsal.visitors();
            rehearsal.program();
            rehearsal.pages();
            rehearsal.reading();
        }
    }

    private void visitors() throws IOException, InterruptedException {
        get("/health/readiness");
        String page = get("/login").body();
        for (Matcher file = FILE.matcher(page); file.find(); ) {
            get(URI.create("/").resolve(file.group(1)).toString());
        }
        post("/api/register", ANA);
        cookie = session(post("/api/login", ANA));
    }

    private void program() throws IOException, InterruptedException {
        post("/api/rooms", "{\"name\":\"Stage\",\"topic\":\"Where it is tried\"}");
        String token = find(post("/api/tokens", "{\"name\":\"rehearsal\"}").body(), "\"token\":\"([^\"]+)\"");
        for (int i = 0; i < POSTS; i++) {
            post(MESSAGES, "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"" + line(i) + "\"}");
        }
        List<RehearsalSocket> audience = new ArrayList<>();
        try {
            for (int i = 0; i < AUDIENCE; i++) {
                audience.add(RehearsalSocket.open(client, server, token));
                audience.getLast().join("stage");
            }
            audience.getFirst().speak("stage", LINES);
        } finally {
            audience.forEach(RehearsalSocket::close);
        }
    }

    static String line(int number) {
        return "Line " + number + ": the **migration** ran clean on staging, see https://example.org/issues/" + number;
    }

    private void reading() throws IOException, InterruptedException {
        get("/api/me");
        get("/api/rooms");
        for (int i = 1; i <= 30; i++) {
            get(MESSAGES + "?limit=50");
            get(MESSAGES + "?limit=50&after=" + i);
            get(MESSAGES + "/search?q=migration");
        }
        send("PATCH", MESSAGES + "/1", "{\"text\":\"Said better\"}");
        send("PUT", MESSAGES + "/1/reactions/%F0%9F%91%8D", "");
        send("PUT", "/api/rooms/stage/read", "{\"seq\":5}");
        send("DELETE", MESSAGES + "/2", "");
        post("/api/logout", "");
    }

    /** Each page as a browser opens it: the first call, the one that makes the router show the view, and what follows. */
    private void pages() throws IOException, InterruptedException {
        get("/");
        for (int i = 0; i < PAGES; i++) {
            page("rooms/stage");
        }
        page("");
        page("rooms/stage/members");
    }

    private void page(String path) throws IOException, InterruptedException {
        HttpResponse<String> first = get("/?v-r=init&query=&location=" + path.replace("/", "%2F"));
        String before = cookie;
        for (String set : first.headers().allValues("Set-Cookie")) {
            cookie += "; " + set.split(";", 2)[0];
        }
        String call = "/?v-r=uidl&v-uiId=" + find(first.body(), "\"v-uiId\":(\\d+)");
        String key = find(first.body(), "\"Vaadin-Security-Key\":\"([^\"]+)\"");
        post(
                call,
                call(
                        key,
                        0,
                        "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + path
                                + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}"));
        post(call, call(key, 1, ""));
        cookie = before;
    }

    private static String call(String key, int number, String invocations) {
        return "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + invocations + "],\"syncId\":" + number + ",\"clientId\":"
                + number + "}";
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    private HttpResponse<String> send(String method, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Origin", server.toString())
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new StartRefused("The server in training answered " + answer.statusCode() + " to " + method + " "
                    + path + ", so there is no new cache; Salas runs without one too.");
        }
        return answer;
    }

    private static String session(HttpResponse<String> signedIn) {
        return signedIn.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new StartRefused("The server in training set no cookie."))
                .split(";", 2)[0];
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new StartRefused("The server in training gave no " + pattern + ".");
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
