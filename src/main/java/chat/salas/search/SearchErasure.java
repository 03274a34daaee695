package chat.salas.search;

import chat.salas.search.Parts.Stored;
import chat.salas.vault.CannotOpen;
import chat.salas.vault.SearchIndexKey;
import chat.salas.vault.SearchIndexKey.Place;
import chat.salas.vault.SearchIndexKeys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Takes erased messages out of the index, inside the transactions that erase them. */
@Singleton
public final class SearchErasure {
    private final SearchIndexKeys keys;

    SearchErasure(SearchIndexKeys keys) {
        this.keys = keys;
    }

    /**
     * With one of several pieces: drops the parts that it begins and that are to go as a whole.
     *
     * @param piece the last message that goes with this transaction
     * @param last the last message that goes in the end
     */
    public void begin(Connection connection, long roomId, long piece, long last) throws SQLException {
        try (Parts parts = new Parts(connection, roomId)) {
            whole(parts, piece, last);
        }
    }

    /** With the last piece: of messages up to this one, nothing is left in the index. */
    public void finish(Connection connection, long roomId, long last) throws SQLException {
        try (Parts parts = new Parts(connection, roomId)) {
            whole(parts, last, last);
            parts.doneUpTo(last);
            if (last < parts.indexed()) {
                trim(parts, roomId, last);
            }
        }
    }

    private static void whole(Parts parts, long piece, long last) throws SQLException {
        for (Level level : Level.values()) {
            // of the part that the last message is in, only those that end with it go as a whole
            long end = last == Long.MAX_VALUE ? last : last - level.span() + 1;
            for (int shard = 0; shard < level.shards(); shard++) {
                parts.drop(level, shard, 0, Math.min(piece, end));
            }
        }
    }

    /** What is left of the parts that the last message is in. */
    private void trim(Parts parts, long roomId, long last) throws SQLException {
        try {
            SearchIndexKey key = keys.of(roomId);
            for (Level level : Level.values()) {
                for (int shard = 0; shard < level.shards(); shard++) {
                    for (Stored part : parts.run(level, shard, level.first(last), level.first(last))) {
                        trim(parts, key, part, last);
                    }
                }
            }
        } catch (CannotOpen gone) {
            whole(parts, last, Long.MAX_VALUE);
        }
    }

    private static void trim(Parts parts, SearchIndexKey key, Stored stored, long last) throws SQLException {
        Place place = stored.place();
        Part left = new Part();
        boolean same = left.addAll(key.open(place, stored.sealed()), offset -> place.firstSeq() + offset > last);
        if (left.isEmpty()) {
            parts.drop(place);
        } else if (!same) {
            parts.put(place, key.seal(place, left.bytes()));
        }
    }
}
