package chat.salas.flow;

import io.micronaut.context.AbstractBeanConfiguration;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A server of the bridge and the test views alone, on a port of its own. */
final class FlowServer implements AutoCloseable {
    private final ApplicationContext beans;
    private final EmbeddedServer server;

    private FlowServer(ApplicationContext beans) {
        this.beans = beans;
        try {
            this.server = beans.getBean(EmbeddedServer.class).start();
        } catch (ServerStartupException refused) {
            beans.close();
            throw refused;
        }
    }

    static FlowServer start() {
        return start(Map.of());
    }

    static FlowServer start(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "flow.test", "true",
                "micronaut.server.port", "-1",
                "micronaut.server.host", "127.0.0.1",
                "micronaut.server.max-request-size", "64MB",
                "micronaut.server.cors.localhost-pass-through", "true",
                "micronaut.security.reject-not-found", "false"));
        properties.putAll(more);
        return new FlowServer(ApplicationContext.builder()
                .enableDefaultPropertySources(false)
                .properties(properties)
                .beanConfigurations(new Others())
                .start());
    }

    /** A server on the port of one that has just ended; waits up to ten seconds while another socket still holds it. */
    static FlowServer startAgain(int port) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return start(Map.of("micronaut.server.port", port));
            } catch (ServerStartupException taken) {
                if (tries == 20) {
                    throw taken;
                }
                Thread.sleep(500);
            }
        }
    }

    int port() {
        return server.getPort();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    String url(String path) {
        return uri(path).toString();
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    @Override
    public void close() {
        beans.close();
    }

    /** The rest of the house stays out: the bridge must work without it. */
    private static final class Others extends AbstractBeanConfiguration {
        Others() {
            super("chat.salas");
        }

        @Override
        public boolean isWithin(String name) {
            return name.startsWith("chat.salas.")
                    && !name.startsWith("chat.salas.flow.")
                    && !name.startsWith("chat.salas.kernel.");
        }

        @Override
        public boolean isWithin(io.micronaut.inject.BeanDefinitionReference reference) {
            return isWithin(reference.getBeanDefinitionName());
        }

        @Override
        public boolean isEnabled(
                io.micronaut.context.BeanContext context, io.micronaut.context.BeanResolutionContext resolution) {
            return false;
        }
    }
}
