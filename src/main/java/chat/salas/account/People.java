package chat.salas.account;

import chat.salas.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The accounts of the instance, for its administrators. Searched, sorted and cut into pages by the database. */
@Singleton
public final class People {
    private static final int MOST = 10_000;
    private static final String FACTS = """
            SELECT a.id, a.display_name, COALESCE(a.email, ''), a.created_at, a.last_seen_at, a.administrator,
                a.disabled_at IS NOT NULL,
                (SELECT COUNT(*) FROM membership m WHERE m.account_id = a.id AND m.role = 'OWNER') AS owned,
                (SELECT COUNT(*) FROM membership m WHERE m.account_id = a.id) AS joined
            FROM account a""";

    private final Office office;
    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;

    People(Office office, JdbcOperations jdbc, TransactionOperations<Connection> transactions) {
        this.office = office;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Some of them.
     *
     * @param limit at most 10,000 are given
     * @throws chat.salas.kernel.Problem.Forbidden for others than administrators
     */
    public List<Person> page(Actor actor, PeopleFilter filter, long offset, int limit) {
        office.require(actor);
        String query = FACTS + filter.where() + filter.order() + " LIMIT ?2 OFFSET ?3";
        return transactions.executeRead(_ -> jdbc.prepareStatement(query, statement -> {
            statement.setString(1, filter.like());
            statement.setInt(2, Math.min(limit, MOST));
            statement.setLong(3, offset);
            return read(statement);
        }));
    }

    private static List<Person> read(PreparedStatement statement) throws SQLException {
        List<Person> people = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                people.add(person(rows));
            }
        }
        return people;
    }

    private static Person person(ResultSet row) throws SQLException {
        long seen = row.getLong(5);
        return new Person(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                seen == 0 ? null : Instant.ofEpochMilli(seen),
                row.getInt(8),
                row.getInt(9),
                row.getBoolean(6),
                row.getBoolean(7));
    }

    /** How many there are. */
    public int count(Actor actor, PeopleFilter filter) {
        office.require(actor);
        String query = "SELECT COUNT(*) FROM account a" + filter.where();
        return transactions.executeRead(_ -> jdbc.prepareStatement(query, statement -> {
            statement.setString(1, filter.like());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }));
    }
}
