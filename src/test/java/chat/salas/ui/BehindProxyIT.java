package chat.salas.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.salas.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages where SALAS_PUBLIC_URL alone says how people reach the server. */
final class BehindProxyIT {
    private static TestServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("salas.public-url", "https://chat.example.org"));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void thePagesCookieIsForTlsOnly() throws Exception {
        URI start = server.uri().resolve("/?v-r=init&query=&location=");
        var page = client.send(HttpRequest.newBuilder(start).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("salas_ui=")
                .contains("Secure");
    }

    @Test
    void thePagesOfThatAddressMayListenAndNoOthers() {
        listen("https://chat.example.org").abort();
        assertThatThrownBy(() -> listen("https://evil.example.org"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private static WebSocket listen(String origin) {
        URI push = URI.create("ws://" + server.uri().getAuthority() + "/VAADIN/push?v-r=push");
        return client.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(push, new WebSocket.Listener() {})
                .join();
    }
}
