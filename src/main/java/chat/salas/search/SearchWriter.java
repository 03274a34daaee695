package chat.salas.search;

import chat.salas.search.Parts.Stored;
import chat.salas.vault.SearchIndexKey;
import chat.salas.vault.SearchIndexKey.Place;
import chat.salas.vault.SearchIndexKeys;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Writes the index. For one thread of one server; each step is a short transaction, and whatever a crash leaves is gone on
 * with. Everything throws {@link chat.salas.vault.CannotOpen} when the room's keys were destroyed.
 */
@Singleton
public final class SearchWriter {
    /** How many messages are indexed at once. */
    public static final int RUN = 1_024;

    private final DataSource database;
    private final SearchIndexKeys keys;
    private Tokens tokens = new Tokens(0);

    SearchWriter(DataSource database, SearchIndexKeys keys) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.keys = keys;
    }

    @FunctionalInterface
    private interface Writing<T> {
        T write(Parts parts) throws SQLException;
    }

    /** The last number of the run that a message is indexed with. */
    public static long runEnd(long seq) {
        return Level.SMALL.last(seq);
    }

    /** Up to which message a room is indexed; a multiple of {@link #RUN}. */
    public long indexed(long roomId) throws SQLException {
        return writing(roomId, Parts::indexed);
    }

    /**
     * Adds the next run.
     *
     * @param passages all messages that there are in it, ascending
     * @return false when some of them are gone meanwhile, or others are there: then it is to be read again
     */
    public boolean add(long roomId, long indexed, List<Passage> passages) throws SQLException {
        long first = indexed + 1;
        SearchIndexKey key = keys.of(roomId);
        Part[] run = draft(first, passages).parts(key, tokens(roomId), Level.SMALL);
        return writing(roomId, parts -> {
            boolean same = parts.messages(first, indexed + RUN) == passages.size() && parts.indexed() == indexed;
            if (same) {
                put(parts, key, first, run);
                parts.indexed(indexed + RUN);
            }
            return same;
        });
    }

    private Tokens tokens(long roomId) {
        if (!tokens.isOf(roomId)) {
            tokens = new Tokens(roomId);
        }
        return tokens;
    }

    private static Draft draft(long first, Collection<Passage> passages) {
        Draft draft = new Draft();
        for (Passage passage : passages) {
            if (passage.text() != null) {
                draft.add((int) (passage.seq() - first), passage.text());
            }
        }
        return draft;
    }

    private static void put(Parts parts, SearchIndexKey key, long first, Part[] run) throws SQLException {
        for (int shard = 0; shard < Level.SMALL.shards(); shard++) {
            put(parts, key, place(Level.SMALL, shard, first), run[shard]);
        }
    }

    private static Place place(Level level, int shard, long seq) {
        return new Place(level.ordinal(), shard, level.first(seq), level.last(seq));
    }

    private static void put(Parts parts, SearchIndexKey key, Place place, Part part) throws SQLException {
        if (part.isEmpty()) {
            parts.drop(place);
        } else {
            parts.put(place, key.seal(place, part.bytes()));
        }
    }

    /** Merges the small parts of the last run that is long enough; does nothing when that is done. */
    public void merge(long roomId, long indexed) throws SQLException {
        long end = indexed - indexed % Level.LARGE.span();
        if (end == 0) {
            return;
        }
        SearchIndexKey key = keys.of(roomId);
        for (int shard = 0; shard < Level.SMALL.shards(); shard++) {
            int each = shard;
            writing(roomId, parts -> merge(parts, key, each, Level.LARGE.first(end)));
        }
    }

    /** One small shard becomes sixteen large ones. */
    private static boolean merge(Parts parts, SearchIndexKey key, int shard, long first) throws SQLException {
        List<Stored> run = parts.run(Level.SMALL, shard, first, Level.LARGE.last(first));
        if (run.isEmpty()) {
            return false;
        }
        Part all = new Part();
        for (Stored part : run) {
            all.addAll(
                    key.open(part.place(), part.sealed()), (int) (part.place().firstSeq() - first), _ -> true);
        }
        Map<Integer, Part> split = split(all);
        for (Map.Entry<Integer, Part> each : split.entrySet()) {
            put(parts, key, place(Level.LARGE, each.getKey(), first), each.getValue());
        }
        parts.drop(Level.SMALL, shard, first, Level.LARGE.last(first));
        return true;
    }

    private static Map<Integer, Part> split(Part all) {
        Map<Integer, Part> split = new HashMap<>();
        all.byToken().forEach((token, postings) -> split.computeIfAbsent(Level.LARGE.shardOf(token), _ -> new Part())
                .put(token, postings));
        return split;
    }

    /** Puts right what the index says of messages that were changed; what is not indexed yet needs nothing. */
    public void settle(long roomId, List<Passage> changed) throws SQLException {
        SearchIndexKey key = keys.of(roomId);
        Map<Long, List<Passage>> runs =
                changed.stream().collect(Collectors.groupingBy(passage -> Level.LARGE.first(passage.seq())));
        for (Map.Entry<Long, List<Passage>> run : runs.entrySet()) {
            Correction correction = new Correction(key, tokens(roomId), run.getKey(), run.getValue());
            for (int shard = 0; shard < Level.SMALL.shards(); shard++) {
                int each = shard;
                writing(roomId, parts -> {
                    correction.apply(parts, each);
                    return true;
                });
            }
            writing(roomId, parts -> done(parts, run.getValue()));
        }
    }

    private static boolean done(Parts parts, List<Passage> settled) throws SQLException {
        for (Passage passage : settled) {
            parts.done(passage.seq(), passage.mark());
        }
        return true;
    }

    private <T> T writing(long roomId, Writing<T> writing) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(false);
            connection.setAutoCommit(false);
            try (Parts parts = new Parts(connection, roomId)) {
                T result = writing.write(parts);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        }
    }
}
