package chat.salas.room;

import chat.salas.account.Office;
import chat.salas.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rooms of the instance, for its administrators: how many, how large, whose. The office opens no room: nothing here leads
 * inside one.
 */
@Singleton
public final class RoomCensus {
    static final String ORPHANED = "(o.id IS NULL OR o.disabled_at IS NOT NULL OR o.deleted_at IS NOT NULL)";

    private static final int MOST = 10_000;
    private static final String ROOMS = """
             FROM room r
            LEFT JOIN membership m ON m.room_id = r.id AND m.role = 'OWNER'
            LEFT JOIN account o ON o.id = m.account_id""";
    private static final String FACTS = """
            SELECT r.id, r.name, r.listed, r.encryption, r.members, COALESCE(w.messages, 0) AS messages,
                COALESCE(w.bytes, 0) AS bytes, COALESCE(o.display_name, ''),\s""" + ORPHANED + ", r.created_at" + ROOMS + """

            LEFT JOIN (SELECT room_id, SUM(messages) AS messages, SUM(bytes) AS bytes FROM authored GROUP BY room_id) w
                ON w.room_id = r.id""";

    private final Office office;
    private final JdbcOperations jdbc;
    private final Store store;

    RoomCensus(Office office, JdbcOperations jdbc, Store store) {
        this.office = office;
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Some of the rooms.
     *
     * @param limit at most 10,000 are given
     * @throws chat.salas.kernel.Problem.Forbidden for others than administrators of the instance
     */
    public List<CensusRow> page(Actor actor, CensusQuery query, long offset, int limit) {
        office.require(actor);
        String sql = FACTS + query.where() + query.order() + " LIMIT ?2 OFFSET ?3";
        return store.transactions()
                .executeRead(_ -> jdbc.prepareStatement(sql, statement -> {
                    statement.setString(1, query.like());
                    statement.setInt(2, Math.min(limit, MOST));
                    statement.setLong(3, offset);
                    return read(statement);
                }));
    }

    private static List<CensusRow> read(PreparedStatement statement) throws SQLException {
        List<CensusRow> rooms = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rooms.add(room(rows));
            }
        }
        return rooms;
    }

    private static CensusRow room(ResultSet row) throws SQLException {
        return new CensusRow(
                row.getLong(1),
                row.getString(2),
                row.getBoolean(3),
                Encryption.valueOf(row.getString(4)),
                row.getInt(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                row.getBoolean(9),
                Instant.ofEpochMilli(row.getLong(10)));
    }

    /** How many there are. */
    public int count(Actor actor, CensusQuery query) {
        office.require(actor);
        String sql = "SELECT COUNT(*)" + ROOMS + query.where();
        return store.transactions()
                .executeRead(_ -> jdbc.prepareStatement(sql, statement -> {
                    statement.setString(1, query.like());
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? rows.getInt(1) : 0;
                    }
                }));
    }
}
