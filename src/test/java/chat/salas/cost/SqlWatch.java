package chat.salas.cost;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down every statement that is run on the pool's connections. */
@Singleton
@Requires(property = "test.watch-sql")
final class SqlWatch implements BeanCreatedEventListener<DatasourceConfiguration>, Ordered {
    private final ConcurrentLinkedQueue<Run> runs = new ConcurrentLinkedQueue<>();

    /** A statement that was run, and on which thread. */
    record Run(String sql, String thread) {}

    /** What was run since the last time. */
    List<Run> take() {
        List<Run> taken = List.copyOf(runs);
        runs.removeAll(taken);
        return taken;
    }

    /** After the one that gives the pool its source. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        DataSource real = Objects.requireNonNull(pool.getDataSource(), "the pool has no source");
        pool.setDataSource(proxy(
                DataSource.class,
                real,
                (_, _, result) -> result instanceof Connection made ? connection(made) : result));
        return pool;
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, real, (_, values, result) -> switch (result) {
            case PreparedStatement prepared ->
                proxy(PreparedStatement.class, prepared, new Runs(String.valueOf(values.getFirst())));
            case Statement plain -> proxy(Statement.class, plain, new Runs(null));
            case null, default -> result;
        });
    }

    /** Of one statement. */
    private final class Runs implements Watcher {
        private final @Nullable String prepared;
        private int batched;

        private Runs(@Nullable String prepared) {
            this.prepared = prepared;
        }

        @Override
        public @Nullable Object seen(String method, List<Object> values, @Nullable Object result) {
            if (method.equals("addBatch")) {
                batched++;
            } else if (method.startsWith("execute")) {
                int times = method.endsWith("Batch") ? batched : 1;
                ran(prepared == null ? String.valueOf(values.getFirst()) : prepared, times);
                batched = 0;
            }
            return result;
        }
    }

    private void ran(String sql, int times) {
        for (int i = 0; i < times; i++) {
            runs.add(new Run(sql, Thread.currentThread().getName()));
        }
    }

    /** Sees what a call gave, and may put something else in its place. */
    private interface Watcher {
        @Nullable
        Object seen(String method, List<Object> values, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, T real, Watcher watcher) {
        InvocationHandler handler = (_, method, values) -> {
            try {
                List<Object> given = values == null ? List.of() : Arrays.asList(values);
                return watcher.seen(method.getName(), given, method.invoke(real, values));
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(SqlWatch.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
