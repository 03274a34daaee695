package chat.salas.room;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

/** Writes many read marks at once, none of them backwards. */
@Singleton
final class MarkWriter {
    private static final String MOVE = """
            UPDATE membership SET read_seq = ? WHERE room_id = ? AND account_id = ? AND read_seq < ?""";

    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;

    MarkWriter(JdbcOperations jdbc, TransactionOperations<Connection> transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void write(Map<ReadMarks.Reader, ReadMarks.Mark> marks) {
        transactions.executeWrite(status -> jdbc.prepareStatement(MOVE, statement -> batch(statement, marks)));
    }

    private static int batch(PreparedStatement statement, Map<ReadMarks.Reader, ReadMarks.Mark> marks)
            throws SQLException {
        for (Map.Entry<ReadMarks.Reader, ReadMarks.Mark> mark : marks.entrySet()) {
            statement.setLong(1, mark.getValue().seq());
            statement.setLong(2, mark.getKey().roomId());
            statement.setLong(3, mark.getKey().accountId());
            statement.setLong(4, mark.getValue().seq());
            statement.addBatch();
        }
        return statement.executeBatch().length;
    }
}
