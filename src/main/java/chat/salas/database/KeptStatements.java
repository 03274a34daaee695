package chat.salas.database;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection's statements that nobody uses at the moment, by their text: to prepare one costs SQLite more than to run it
 * for one row. At most so many; the one that was not used for longest gives way.
 */
final class KeptStatements {
    /** Some kilobytes each, in a handful of connections. */
    static final int MOST = 64;

    // what changes the schema is run once, and what sets the connection up is no statement to keep
    private static final Pattern WORTH = Pattern.compile("(?is)\\s*(select|insert|update|delete|with)\\b.*");
    private static final int LONGEST = 4_000;

    private final Map<String, SqlitePreparedStatement> idle = new LinkedHashMap<>();
    private boolean closed;

    static boolean isWorth(String sql) {
        return sql.length() <= LONGEST && WORTH.matcher(sql).matches();
    }

    /** One that is free, for the caller alone. */
    synchronized @Nullable SqlitePreparedStatement take(String sql) {
        return idle.remove(sql);
    }

    /** @return false when it must be closed instead: there is one already, or the connection closes */
    synchronized boolean give(SqlitePreparedStatement statement) throws SQLException {
        if (closed || idle.putIfAbsent(statement.text(), statement) != null) {
            return false;
        }
        if (idle.size() > MOST) {
            dismissEldest();
        }
        return true;
    }

    private void dismissEldest() throws SQLException {
        Iterator<SqlitePreparedStatement> eldest = idle.values().iterator();
        SqlitePreparedStatement statement = eldest.next();
        eldest.remove();
        statement.dismiss();
    }

    synchronized int size() {
        return idle.size();
    }

    /** From now on keeps none; those that are there end with their connection. */
    synchronized void close() {
        closed = true;
        idle.clear();
    }
}
