package chat.salas.message;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Ids;
import chat.salas.kernel.Problem;
import chat.salas.room.Invites;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** The services on a SQLite file of their own, with a room that Ana owns and Rui is in; accounts are plain rows. */
final class Talk implements AutoCloseable {
    private final Path data;
    private final ApplicationContext context;
    final Actor ana;
    final Actor rui;
    final String room;
    final long roomId;

    private Talk(Path data, ApplicationContext context) {
        this.data = data;
        this.context = context;
        ana = person("Ana");
        rui = person("Rui");
        room = room("Ops");
        roomId = bean(Rooms.class).asMember(ana, room).room().id();
        admit(room, rui);
    }

    static Talk open() {
        return open(Map.of());
    }

    static Talk open(Map<String, Object> settings) {
        try {
            Path data = Files.createTempDirectory("salas-talk");
            Map<String, Object> all = new HashMap<>(settings);
            all.put("salas.data", data.toString());
            return new Talk(data, ApplicationContext.run(all, "test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Messages messages() {
        return bean(Messages.class);
    }

    Message say(Actor author, String text) {
        return messages().send(author, room, new Draft(null, text, null));
    }

    /** A new account. */
    Actor person(String name) {
        long id = bean(Ids.class).next();
        sql(
                "INSERT INTO account (id, email, display_name, created_at) VALUES (?, ?, ?, 0)",
                id,
                id + "@example.org",
                name);
        return new Actor(id, name, false, new Actor.Credential.Session(id));
    }

    /** A room of Ana's. */
    String room(String name) {
        return bean(Rooms.class).create(ana, NewRoom.named(name)).room().slug();
    }

    void admit(String slug, Actor guest) {
        Invites invites = bean(Invites.class);
        invites.accept(
                guest,
                invites.create(bean(Rooms.class).asAdmin(ana, slug), null, Duration.ofHours(1), 1)
                        .token());
    }

    void leave(Actor member) {
        bean(Rooms.class).leave(bean(Rooms.class).asMember(member, room));
    }

    DataSource database() {
        return DelegatingDataSource.unwrapDataSource(bean(DataSource.class));
    }

    int sql(String statement, @Nullable Object... values) {
        try (Connection connection = database().getConnection();
                PreparedStatement prepared = prepared(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first column of the first row; null when it is. */
    @Nullable
    Object value(String query, @Nullable Object... values) {
        try (Connection connection = database().getConnection();
                PreparedStatement prepared = prepared(connection, query, values);
                ResultSet found = prepared.executeQuery()) {
            return found.next() ? found.getObject(1) : null;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    Path data() {
        return data;
    }

    /** The first column of all rows. */
    List<byte[]> rows(String query, @Nullable Object... values) {
        List<byte[]> rows = new java.util.ArrayList<>();
        try (Connection connection = database().getConnection();
                PreparedStatement prepared = prepared(connection, query, values);
                ResultSet found = prepared.executeQuery()) {
            while (found.next()) {
                rows.add(java.util.Objects.requireNonNull(found.getBytes(1)));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long number(String query, @Nullable Object... values) {
        Object value = value(query, values);
        return value == null ? 0 : ((Number) value).longValue();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }

    /** The status of the problem that the call ends in, 200 for none. */
    static int status(ThrowingCallable call) {
        Throwable thrown = Assertions.catchThrowable(call);
        if (thrown == null) {
            return 200;
        }
        if (thrown instanceof Problem problem) {
            return problem.status();
        }
        throw new AssertionError(thrown);
    }

    /** Waits for something to be so, 20 seconds at most. */
    static void until(BooleanSupplier met) throws InterruptedException {
        for (int i = 0; i < 2_000 && !met.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        Assertions.assertThat(met.getAsBoolean()).isTrue();
    }

    static List<Long> seqs(List<Message> messages) {
        return messages.stream().map(Message::seq).toList();
    }

    static List<Long> to(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
