package chat.salas.testing;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client of the REST interface as a browser or a program would be one: keeps the session cookie or a bearer token, sends the
 * right Origin with a cookie, and never throws for a status.
 * <pre>{@code
 * Api ana = Api.at(server.getURI()).register("ana");
 * assertThat(ana.post("/api/rooms", Map.of("name", "Ops")).status()).isEqualTo(201);
 * }</pre>
 */
public final class Api {
    /** A password that nothing has against it. */
    public static final String PASSWORD = "correct horse battery staple 7";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final URI base;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String cookie;
    private @Nullable String email;
    private @Nullable String accountId;

    private Api(URI base) {
        this.base = base;
    }

    /** Nobody yet; {@code http://localhost:port} or an EmbeddedServer's URI. */
    public static Api at(URI base) {
        return new Api(URI.create(base.getScheme() + "://" + base.getAuthority()));
    }

    /** Signs up under a fresh address; {@code name} is the display name. */
    public Api register(String name) {
        String address = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "") + "-"
                + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        return register(address, PASSWORD, name);
    }

    /** Signs up and keeps the cookie. */
    public Api register(String address, String password, String name) {
        Answer answer = post("/api/register", Map.of("email", address, "password", password, "displayName", name));
        expect(answer, 201);
        email = address;
        accountId = answer.string("id");
        return this;
    }

    /** Signs in and keeps the cookie. */
    public Api signIn(String address, String password) {
        Answer answer = post("/api/login", Map.of("email", address, "password", password));
        expect(answer, 200);
        email = address;
        accountId = answer.string("id");
        return this;
    }

    /** Another client of the same account that shows a fresh API token instead of a cookie. */
    public Api withOwnToken() {
        Answer answer = post("/api/tokens", Map.of("name", "test"));
        expect(answer, 201);
        Api other = new Api(base).bearer(answer.string("token"));
        other.email = email;
        other.accountId = accountId;
        return other;
    }

    /** Shows this token from now on. */
    public Api bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Sends this header with every request from now on; {@code Origin} replaces the right one. */
    public Api header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Shows this session from now on. */
    public Api cookie(@Nullable String session) {
        cookie = session;
        return this;
    }

    /** The session's token, for WebSockets and browsers. */
    public String cookie() {
        return java.util.Objects.requireNonNull(cookie, "not signed in by cookie");
    }

    /** As {@link #cookie()}, if signed in by cookie. */
    public Optional<String> session() {
        return Optional.ofNullable(cookie);
    }

    public String email() {
        return java.util.Objects.requireNonNull(email, "not signed in");
    }

    public String accountId() {
        return java.util.Objects.requireNonNull(accountId, "not signed in");
    }

    public URI base() {
        return base;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer delete(String path, Object body) {
        return send("DELETE", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, @Nullable Object body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    /** Any method; the body is JSON made from maps, lists and scalars. */
    public Answer send(String method, String path, @Nullable Object body) {
        return body == null
                ? raw(method, path, null, BodyPublishers.noBody())
                : raw(method, path, "application/json", BodyPublishers.ofByteArray(bytes(body)));
    }

    /** A body of any bytes and type. */
    public Answer raw(String method, String path, @Nullable String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (cookie != null) {
            request.header("Cookie", "salas_session=" + cookie);
            request.setHeader("Origin", base.toString());
        }
        headers.forEach(request::setHeader);
        return keepCookie(exchange(request.build()));
    }

    private static Answer exchange(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer keepCookie(Answer answer) {
        for (String line : answer.headers("Set-Cookie")) {
            if (line.startsWith("salas_session=")) {
                String value = line.substring("salas_session=".length()).split(";", 2)[0];
                cookie = value.isEmpty() ? null : value;
            }
        }
        return answer;
    }

    private static void expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("status: " + answer.status() + " (expected: " + status + ") " + answer.body());
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
