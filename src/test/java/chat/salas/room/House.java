package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.FoldedName;
import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The services on a real SQLite file of their own, without a server; accounts are plain rows. */
final class House implements AutoCloseable {
    private final Path data;
    private final ApplicationContext context;

    private House(Path data, ApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    static House open() {
        return open(Map.of());
    }

    static House open(Map<String, Object> settings) {
        try {
            return at(Files.createTempDirectory("salas-rooms"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static House at(Path data, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("salas.data", data.toString());
        House house = new House(data, ApplicationContext.run(all, "test"));
        house.bean(ReadMarks.class);
        return house;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Rooms rooms() {
        return bean(Rooms.class);
    }

    Invites invites() {
        return bean(Invites.class);
    }

    /** A new account with an address made of the name. */
    Actor person(String name) {
        long id = bean(Ids.class).next();
        sql(
                "INSERT INTO account (id, email, display_name, created_at) VALUES (?, ?, ?, 0)",
                id,
                emailOf(name, id),
                name);
        return actor(id, name);
    }

    /** As {@link #person}, with an address. */
    Actor person(String name, String email) {
        long id = bean(Ids.class).next();
        sql("INSERT INTO account (id, email, display_name, created_at) VALUES (?, ?, ?, 0)", id, email, name);
        return actor(id, name);
    }

    private static String emailOf(String name, long id) {
        return FoldedName.of(name).value().replaceAll("[^a-z0-9]", "") + id + "@example.org";
    }

    private static Actor actor(long id, String name) {
        return new Actor(id, name, false, new Actor.Credential.Session(id));
    }

    /** Puts somebody into a room by an invite. */
    Membership join(Actor owner, String slug, Actor guest) {
        Invites.Created invite = invites().create(rooms().asAdmin(owner, slug), null, Duration.ofHours(1), 1);
        invites().accept(guest, invite.token());
        return rooms().asMember(guest, slug);
    }

    int sql(String statement, Object... values) {
        return inTransaction(() -> bean(JdbcOperations.class).prepareStatement(statement, prepared -> {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.executeUpdate();
        }));
    }

    long number(String query) {
        return inTransaction(() -> bean(JdbcOperations.class).prepareStatement(query, prepared -> {
            try (var rows = prepared.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }));
    }

    @SuppressWarnings("unchecked")
    <T> T inTransaction(Callable<T> work) {
        TransactionOperations<Connection> transactions = bean(TransactionOperations.class);
        return transactions.executeWrite(status -> work.call());
    }

    /** The problem that the call ends in. */
    static Problem problem(ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, call);
    }

    /** The status of the problem that the call ends in, 200 for none. */
    static int status(ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        if (thrown == null) {
            return 200;
        }
        if (thrown instanceof Problem problem) {
            return problem.status();
        }
        throw new AssertionError(thrown);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Closes, and leaves nothing. */
    void closeAndDelete() throws IOException {
        close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
