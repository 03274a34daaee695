package chat.salas.ops;

import chat.salas.kernel.Draining;
import chat.salas.kernel.StartRefused;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The serving process: starts, says so in one line, and on SIGTERM or Ctrl+C goes down without losing anything. */
final class Server {
    /** Time for what is under way to be answered, and for load balancers to see that we are not ready any more. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private static final Duration SETTLE = Duration.ofSeconds(1);
    /** After this the process ends in any case. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final ApplicationContext context;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Server(ApplicationContext context) {
        this.context = context;
    }

    /** Starts serving and prints the address; SIGTERM and Ctrl+C are handled from then on. */
    @SuppressWarnings("SystemOut") // the one line that says that the server is ready
    static Server start() {
        Server server = new Server(Contexts.start());
        EmbeddedServer http = listen(server.context);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "salas-stop"));
        System.out.println("Salas is ready at " + address(http));
        Thread.ofVirtual().name("salas-settle").start(Server::settle);
        return server;
    }

    /** What only the start needed goes back to the system: a tenth of the memory that the process holds. */
    @SuppressWarnings("DoNotCall") // once, and nobody talks yet: some tens of milliseconds
    private static void settle() {
        sleep(SETTLE);
        System.gc();
    }

    private static EmbeddedServer listen(ApplicationContext context) {
        // read before: a server that cannot start closes the context
        String address = context.getRequiredProperty("salas.host", String.class) + ":"
                + context.getRequiredProperty("salas.port", String.class);
        try {
            return context.getBean(EmbeddedServer.class).start();
        } catch (ServerStartupException e) {
            throw new StartRefused("Cannot listen on " + address + " (" + reason(e)
                    + "): choose another with SALAS_HOST and SALAS_PORT.");
        }
    }

    /** In the system's words; whatever is not about the address is no matter of settings. */
    private static String reason(ServerStartupException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case UnknownHostException _, UnresolvedAddressException _ -> "no address of this machine";
            case IOException told -> String.valueOf(told.getMessage()).replaceFirst(".*: ", "");
            default -> throw failure;
        };
    }

    private static String address(EmbeddedServer http) {
        String publicUrl = http.getApplicationContext()
                .getProperty("salas.public-url", String.class)
                .orElse("");
        String local = "http://" + localName(http.getHost()) + ":" + http.getPort();
        return publicUrl.isBlank() ? local : publicUrl + " (" + local + ")";
    }

    private static String localName(String host) {
        return switch (host) {
            case "127.0.0.1", "::1", "0.0.0.0", "::" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void stop() {
        Thread.ofPlatform().daemon().name("salas-halt").start(Server::haltAfterLimit);
        context.getBean(Draining.class).start();
        sleep(GRACE);
        context.close();
        ended.countDown();
    }

    private static void haltAfterLimit() {
        sleep(LIMIT);
        Runtime.getRuntime().halt(1);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
