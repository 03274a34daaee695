package chat.salas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with a room on it, opened as browsers do but without one: the page's first call, the one that makes the router show
 * the view, and the one that tells that it was shown.
 */
final class OpenPage {
    private static final Pattern SEQ = Pattern.compile("data-seq=(\\d+)");

    private final HttpClient client;
    private final URI server;
    private final String cookie;
    private final String ui;
    private final String key;
    private final String pushId;
    private String shown = "";

    private OpenPage(HttpClient client, URI server, String session, String slug) throws IOException, InterruptedException {
        this.client = client;
        this.server = server;
        HttpResponse<String> first = send(
                HttpRequest.newBuilder(server.resolve("/?v-r=init&query=&location=rooms%2F" + slug)), session);
        this.cookie = first.headers().allValues("Set-Cookie").stream()
                .map(each -> each.split(";", 2)[0])
                .reduce(session, (all, each) -> all + "; " + each);
        this.ui = find(first.body(), "\"v-uiId\":(\\d+)");
        this.key = find(first.body(), "\"Vaadin-Security-Key\":\"([^\"]+)\"");
        this.pushId = find(first.body(), "\"Vaadin-Push-ID\":\"([^\"]+)\"");
    }

    /** @param token of the session that looks at the page */
    static OpenPage of(HttpClient client, URI server, String token, String slug) throws IOException, InterruptedException {
        OpenPage page = new OpenPage(client, server, "salas_session=" + token, slug);
        page.shown = page.call(0, "\"rpc\":[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"rooms/"
                + slug + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]");
        page.call(1, "\"rpc\":[]");
        if (SEQ.matcher(page.shown).results().count() != 50) {
            throw new IllegalStateException("not 50 messages on the page: " + page.shown.length() + " characters");
        }
        return page;
    }

    /** What opens the page's push connection. */
    String upgrade() {
        return "GET /VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + pushId
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Transport=websocket HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nOrigin: " + origin() + "\r\nCookie: " + cookie
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    /** The answer that brought the room onto the page. */
    String shown() {
        return shown;
    }

    private String call(int number, String what) throws IOException, InterruptedException {
        String body = "{\"csrfToken\":\"" + key + "\"," + what + ",\"syncId\":" + number + ",\"clientId\":" + number + "}";
        return send(
                        HttpRequest.newBuilder(server.resolve("/?v-r=uidl&v-uiId=" + ui))
                                .header("Content-Type", "application/json")
                                .header("Origin", origin())
                                .POST(BodyPublishers.ofString(body)),
                        cookie)
                .body();
    }

    private String origin() {
        return server.getScheme() + "://" + server.getAuthority();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String with) throws IOException, InterruptedException {
        return client.send(
                request.header("Cookie", with).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not found: " + pattern);
        }
        return matcher.group(1);
    }
}
