package chat.salas.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole server on a random port with a data folder of its own, without throttling and with cheap password hashes; both are
 * real again when the settings say so.
 */
public final class TestServer implements AutoCloseable {
    private final Path data;
    private final EmbeddedServer server;

    private TestServer(Path data, EmbeddedServer server) {
        this.data = data;
        this.server = server;
    }

    public static TestServer start() {
        return start(Map.of());
    }

    /** @param settings Micronaut properties, such as {@code salas.registration} */
    public static TestServer start(Map<String, Object> settings) {
        Path data = folder();
        Map<String, Object> all = new HashMap<>(Map.of(
                "salas.data", data.toString(),
                "salas.port", -1,
                "salas.signin-limit", 0,
                "salas.password.memory-kib", 64));
        all.putAll(settings);
        return new TestServer(data, ApplicationContext.run(EmbeddedServer.class, all));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("salas-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return server.getURI();
    }

    /** A client that is nobody yet. */
    public Api api() {
        return Api.at(uri());
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    /** The data folder, gone when the server is closed. */
    public Path data() {
        return data;
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
