package chat.salas.search;

import chat.salas.search.Parts.Stored;
import chat.salas.vault.SearchIndexKey;
import chat.salas.vault.SearchIndexKey.Place;
import chat.salas.vault.SearchIndexKeys;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private static final int TALKING = 16;

    private final DataSource database;
    private final SearchIndexKeys keys;
    private final LinkedHashMap<Long, Tokens> tokens = new LinkedHashMap<>(16, 0.75f, true);

    SearchWriter(DataSource database, SearchIndexKeys keys) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.keys = keys;
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Parts parts) throws SQLException;
    }

    /** The last number of the run that a message is indexed with. */
    public static long runEnd(long seq) {
        return Level.SMALL.last(seq);
    }

    /** Up to which message a room is indexed; a multiple of {@link #RUN}. */
    public long indexed(long roomId) throws SQLException {
        return reading(roomId, Parts::indexed);
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
        Tokens known = tokens(roomId);
        Draft draft = new Draft(gram -> known.of(gram, key));
        passages.forEach(passage -> draft(draft, first, passage));
        byte[][] run = draft.lists().parts(Level.SMALL);
        return writing(roomId, parts -> {
            boolean same = parts.messages(first, indexed + RUN) == passages.size() && parts.indexed() == indexed;
            if (same) {
                put(parts, key, first, run);
                parts.indexed(indexed + RUN);
            }
            return same;
        });
    }

    /** Of the rooms that talk most, as thousands of tokens are made for a run of a room that it knows nothing of. */
    private Tokens tokens(long roomId) {
        Tokens known = tokens.computeIfAbsent(roomId, _ -> new Tokens());
        if (tokens.size() > TALKING) {
            tokens.pollFirstEntry();
        }
        return known;
    }

    private static void draft(Draft draft, long first, Passage passage) {
        if (passage.text() != null) {
            draft.add((int) (passage.seq() - first), passage.text());
        }
    }

    private static void put(Parts parts, SearchIndexKey key, long first, byte[][] run) throws SQLException {
        for (int shard = 0; shard < run.length; shard++) {
            Place place = place(Level.SMALL, shard, first);
            if (run[shard].length > 0) {
                parts.put(place, key.seal(place, run[shard]));
            } else {
                parts.drop(place);
            }
        }
    }

    private static Place place(Level level, int shard, long seq) {
        return new Place(level.ordinal(), shard, level.first(seq), level.last(seq));
    }

    /** Merges the small parts of the last run that is long enough; does nothing when that is done. */
    public void merge(long roomId, long indexed) throws SQLException {
        long end = indexed - indexed % Level.LARGE.span();
        List<Integer> shards = end == 0 ? List.of() : reading(roomId, parts -> unmerged(parts, Level.LARGE.first(end)));
        if (shards.isEmpty()) {
            return;
        }
        SearchIndexKey key = keys.of(roomId);
        for (int shard : shards) {
            writing(roomId, parts -> merge(parts, key, shard, Level.LARGE.first(end)));
        }
    }

    /** Looked for first and in one go, as it is asked after every run and mostly there are none. */
    private static List<Integer> unmerged(Parts parts, long first) throws SQLException {
        List<Integer> shards = new ArrayList<>();
        for (int shard = 0; shard < Level.SMALL.shards(); shard++) {
            if (parts.exists(Level.SMALL, shard, first, Level.LARGE.last(first))) {
                shards.add(shard);
            }
        }
        return shards;
    }

    /** One small shard becomes sixteen large ones, which take the very pages that it gives back. */
    private static boolean merge(Parts parts, SearchIndexKey key, int shard, long first) throws SQLException {
        Merging all = new Merging();
        for (Stored part : parts.run(Level.SMALL, shard, first, Level.LARGE.last(first))) {
            all.add(key.open(part.place(), part.sealed()), (int) (part.place().firstSeq() - first));
        }
        parts.drop(Level.SMALL, shard, first, Level.LARGE.last(first));
        byte[][] split = all.lists().parts(Level.LARGE);
        for (int large = 0; large < split.length; large++) {
            if (split[large].length > 0) {
                Place place = place(Level.LARGE, large, first);
                parts.put(place, key.seal(place, split[large]));
            }
        }
        return true;
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

    private <T> T writing(long roomId, Work<T> work) throws SQLException {
        return inTransaction(roomId, false, work);
    }

    private <T> T reading(long roomId, Work<T> work) throws SQLException {
        return inTransaction(roomId, true, work);
    }

    private <T> T inTransaction(long roomId, boolean readOnly, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            try (Parts parts = new Parts(connection, roomId)) {
                T result = work.in(parts);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        }
    }
}
