package chat.salas.database;

import org.sqlite.SQLiteJDBCLoader;

/** SQLite itself, which the driver brings along in its jar. */
public final class SqliteLibrary {
    private SqliteLibrary() {}

    /** Begins to load it, so that whoever opens the database a moment later need not wait as long; returns at once. */
    public static void preload() {
        Thread.ofPlatform().daemon().name("sqlite-preload").start(SqliteLibrary::load);
    }

    private static void load() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception told) {
            // the first connection meets the same and says so
        }
    }
}
