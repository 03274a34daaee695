package chat.salas.ui.settings;

import chat.salas.account.Accounts;
import chat.salas.account.Device;
import chat.salas.account.SignedIn;
import chat.salas.kernel.Ids;
import chat.salas.message.Draft;
import chat.salas.message.Messages;
import chat.salas.room.Invites;
import chat.salas.room.NewRoom;
import chat.salas.room.Rooms;
import chat.salas.testing.TestServer;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** A server with people and rooms of any size. */
final class Town implements AutoCloseable {
    final TestServer server = TestServer.start();

    SignedIn person(String name) {
        String address = UUID.randomUUID() + "@example.org";
        return server.bean(Accounts.class)
                .register(address, "a quiet river at dawn 7", name, new Device("test", "192.0.2.7"));
    }

    String room(NewRoom wanted, SignedIn owner, SignedIn... others) {
        Rooms rooms = server.bean(Rooms.class);
        String slug = rooms.create(owner.actor(), wanted).room().slug();
        Invites invites = server.bean(Invites.class);
        for (SignedIn other : others) {
            var made = invites.create(rooms.asAdmin(owner.actor(), slug), null, Duration.ofHours(1), 1);
            invites.accept(other.actor(), made.token());
        }
        return slug;
    }

    void say(SignedIn who, String slug, String text) {
        server.bean(Messages.class).send(who.actor(), slug, new Draft(null, text, null));
    }

    /** Fills a room with members that nobody will sign in as. */
    void crowd(String slug, int people) {
        Ids ids = server.bean(Ids.class);
        long[] accounts = new long[people];
        batch(
                "INSERT INTO account (id, email, display_name, name_folded, created_at, last_seen_at) VALUES (?, ?, ?, ?, 0, ?)",
                people,
                (row, i) -> {
                    accounts[i] = ids.next();
                    row.setLong(1, accounts[i]);
                    row.setString(2, "crowd" + i + "@example.org");
                    row.setString(3, "Person Number %05d".formatted(i));
                    row.setString(4, "person number %05d".formatted(i));
                    row.setLong(5, System.currentTimeMillis() - i * 60_000L);
                });
        batch(
                "INSERT INTO membership (room_id, account_id, role, joined_at) SELECT id, ?, 'MEMBER', ? FROM room WHERE slug = ?",
                people,
                (row, i) -> {
                    row.setLong(1, accounts[i]);
                    row.setLong(2, System.currentTimeMillis() - i * 3_600_000L);
                    row.setString(3, slug);
                });
    }

    int sql(String statement, Object... values) {
        return jdbc().prepareStatement(statement, row -> {
            for (int i = 0; i < values.length; i++) {
                row.setObject(i + 1, values[i]);
            }
            return row.executeUpdate();
        });
    }

    @FunctionalInterface
    interface Row {
        void fill(PreparedStatement statement, int i) throws SQLException;
    }

    private JdbcOperations jdbc() {
        return server.bean(JdbcOperations.class);
    }

    @SuppressWarnings("unchecked")
    private void batch(String statement, int rows, Row fill) {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        transactions.executeWrite(status -> jdbc().prepareStatement(statement, prepared -> {
            for (int i = 0; i < rows; i++) {
                fill.fill(prepared, i);
                prepared.addBatch();
            }
            return prepared.executeBatch().length;
        }));
    }

    @Override
    public void close() {
        server.close();
    }
}
