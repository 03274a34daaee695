package chat.salas.search;

import chat.salas.kernel.Problem.Unavailable;
import chat.salas.search.Parts.Stored;
import chat.salas.vault.CannotOpen;
import chat.salas.vault.SearchIndexKey;
import chat.salas.vault.SearchIndexKeys;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which messages of a room may have all the words of a query. Blocks for milliseconds. */
@Singleton
public final class SearchIndex {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final int MAX_TODO = 2_000;
    private static final int FEW = 4;

    private final DataSource database;
    private final SearchIndexKeys keys;

    SearchIndex(DataSource database, SearchIndexKeys keys) {
        this.database = DelegatingDataSource.unwrapDataSource(database);
        this.keys = keys;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(Parts parts) throws SQLException;
    }

    /**
     * What the index knows of a room at a moment.
     *
     * @param indexed the last message that it covers; what is newer must be read
     * @param changed messages that may say something else than it knows, newest first
     */
    public record State(long indexed, List<Long> changed) {}

    /** A query, ready for one room. */
    public final class Probe {
        private final long roomId;
        private final SearchIndexKey key;
        private final Rarity[] tokens;

        private Probe(long roomId, SearchIndexKey key, int[] tokens) {
            this.roomId = roomId;
            this.key = key;
            this.tokens = Arrays.stream(tokens).mapToObj(Rarity::new).toArray(Rarity[]::new);
        }

        /**
         * Messages below a number and above another that may match, newest first: all of them, or as many as there are in
         * the newest runs that have {@code wanted}. Then those below the last one are to be asked for.
         *
         * @param below at most the last indexed + 1
         */
        public Hits hits(long below, long floor, int wanted) {
            return reading(roomId, parts -> hits(parts, below, floor, wanted));
        }

        private Hits hits(Parts parts, long below, long floor, int wanted) throws SQLException {
            LongStream.Builder found = LongStream.builder();
            int count = 0;
            long end = below;
            while (end - 1 > floor && count < wanted) {
                long first = Level.LARGE.first(end - 1);
                BitSet window = window(parts, first);
                for (int bit = window.previousSetBit((int) (end - first) - 1); bit >= 0 && first + bit > floor; ) {
                    found.add(first + bit);
                    count++;
                    bit = bit == 0 ? -1 : window.previousSetBit(bit - 1);
                }
                end = first;
            }
            return new Hits(found.build().toArray(), Math.max(end - 1, floor));
        }

        /**
         * Asks for the rarest token first, as far as is known by now, and for the next only while so much is left that
         * looking at the messages would take longer.
         */
        private BitSet window(Parts parts, long first) throws SQLException {
            Arrays.sort(tokens);
            BitSet left = tokens[0].find(parts, key, first);
            for (int i = 1; i < tokens.length && left.cardinality() > FEW; i++) {
                left.and(tokens[i].find(parts, key, first));
            }
            return left;
        }
    }

    /**
     * Messages that may match.
     *
     * @param seqs newest first
     * @param searched all above this number were looked at
     */
    public record Hits(long[] seqs, long searched) {}

    /** A token and how often it was met. */
    private static final class Rarity implements Comparable<Rarity> {
        private final int token;
        private long met;
        private int asked;

        private Rarity(int token) {
            this.token = token;
        }

        private BitSet find(Parts parts, SearchIndexKey key, long first) throws SQLException {
            BitSet found = new BitSet(Level.LARGE.span());
            if (!in(parts, key, Level.LARGE, first, found)) {
                in(parts, key, Level.SMALL, first, found);
            }
            met += found.cardinality();
            asked++;
            return found;
        }

        private boolean in(Parts parts, SearchIndexKey key, Level level, long first, BitSet found) throws SQLException {
            List<Stored> run = parts.run(level, level.shardOf(token), first, Level.LARGE.last(first));
            for (Stored part : run) {
                int shift = (int) (part.place().firstSeq() - first);
                try {
                    Part.find(key.open(part.place(), part.sealed()), token, shift, found);
                } catch (CannotOpen damaged) {
                    LOG.error("A part of the search index does not open: its row was damaged or altered");
                    found.set(shift, shift + level.span());
                }
            }
            return !run.isEmpty();
        }

        /** One that was never asked for comes last: what was known has been enough without it. */
        private double average() {
            return asked == 0 ? Double.MAX_VALUE : (double) met / asked;
        }

        @Override
        public int compareTo(Rarity other) {
            return Double.compare(average(), other.average());
        }
    }

    /**
     * Prepares a query that is not empty.
     *
     * @throws CannotOpen when the room's keys were destroyed
     */
    public Probe probe(long roomId, SearchQuery query) {
        SearchIndexKey key = keys.of(roomId);
        int[] tokens = Arrays.stream(query.grams())
                .mapToInt(gram -> key.token(Grams.letters(gram)))
                .toArray();
        return new Probe(roomId, key, tokens);
    }

    /** What the room's index knows by now. */
    public State state(long roomId) {
        return reading(roomId, parts -> {
            // in this order: what is settled in between is in the parts that are read later
            List<Long> changed = parts.todo(MAX_TODO);
            return new State(parts.indexed(), changed);
        });
    }

    private <T> T reading(long roomId, Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (Parts parts = new Parts(connection, roomId)) {
                return reading.read(parts);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.error("The search index cannot be read", e);
            throw new Unavailable("The database is unavailable.");
        }
    }
}
