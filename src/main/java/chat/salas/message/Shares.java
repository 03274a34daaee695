package chat.salas.message;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What a transaction changes about how much of a room is whose; written once for each author, at its end. */
final class Shares {
    private static final String WRITE =
            "INSERT INTO authored (room_id, account_id, messages, bytes) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (room_id, account_id) DO UPDATE"
                    + " SET messages = messages + excluded.messages, bytes = bytes + excluded.bytes";

    private final Map<Share, Tally> changes = new HashMap<>();

    private record Share(long roomId, long accountId) {}

    /** Runs a statement over numbers. */
    @FunctionalInterface
    interface Update {
        void run(String sql, long roomId, long accountId, Tally change) throws SQLException;
    }

    void clear() {
        changes.clear();
    }

    /** @param change may be negative */
    void change(long roomId, long authorId, Tally change) {
        changes.merge(new Share(roomId, authorId), change, Tally::and);
    }

    void write(Update update) throws SQLException {
        for (Map.Entry<Share, Tally> share : changes.entrySet()) {
            update.run(WRITE, share.getKey().roomId(), share.getKey().accountId(), share.getValue());
        }
    }
}
