package chat.salas.message;

import chat.salas.kernel.Problem.Malformed;
import chat.salas.message.Message.Reaction;
import chat.salas.message.MessageRepository.Span;
import chat.salas.room.Act;
import chat.salas.room.Keyed;
import chat.salas.room.Membership;
import chat.salas.search.SearchIndex;
import chat.salas.search.SearchIndex.Hits;
import chat.salas.search.SearchIndex.Probe;
import chat.salas.search.SearchIndex.State;
import chat.salas.search.SearchQuery;
import chat.salas.search.SearchWriter;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Looks for words in a room: reads what is not indexed yet, then whatever the index names, newest first. */
@Singleton
final class Search {
    static final int MAX_FROM = 10_000;
    static final int MAX_QUERY = 200;

    private static final int PAGE = 128;

    private final MessageRepository messages;
    private final Bodies bodies;
    private final SearchIndex index;
    private final Indexer indexer;
    private final Keyed keyed;

    Search(MessageRepository messages, Bodies bodies, SearchIndex index, Indexer indexer, Keyed keyed) {
        this.messages = messages;
        this.bodies = bodies;
        this.index = index;
        this.indexer = indexer;
        this.keyed = keyed;
    }

    /**
     * Which part of what is found.
     *
     * @param before only messages below this number, or null
     * @param from how many to leave out
     */
    record Cut(@Nullable Long before, int from, int limit) {
        Cut {
            within("from", from, 0, MAX_FROM);
            within("limit", limit, 1, History.MAX_PAGE);
            if (before != null && before < 1) {
                throw new Malformed("before", before + " (expected: 1 or more)");
            }
        }

        private static void within(String field, int value, int min, int max) {
            if (value < min || value > max) {
                throw new Malformed(field, value + " (expected: " + min + ".." + max + ")");
            }
        }
    }

    SearchPage find(Membership reader, String words, Cut cut) {
        reader.require(Act.SEARCH);
        if (words.isBlank() || words.length() > MAX_QUERY) {
            throw new Malformed("q", "length: " + words.strip().length() + " (expected: 1.." + MAX_QUERY + ")");
        }
        SearchQuery query = SearchQuery.of(words);
        return query.isEmpty() ? SearchPage.NOTHING : keyed.in(reader.room().id(), () -> find(reader, query, cut));
    }

    private SearchPage find(Membership reader, SearchQuery query, Cut cut) {
        Gathering found = new Gathering(bodies, reader, query, cut);
        gather(found, query, cut.before() == null ? Long.MAX_VALUE : cut.before());
        return page(reader, found, cut);
    }

    private void gather(Gathering found, SearchQuery query, long before) {
        State state = index.state(found.roomId());
        long below = unindexed(found, state, before);
        if (!found.isFull() && below - 1 > found.floor()) {
            indexed(found, index.probe(found.roomId(), query), state, Math.min(below, state.indexed() + 1));
        }
    }

    /** Reads what the index does not cover; returns the last number that was looked at. */
    private long unindexed(Gathering found, State state, long before) {
        long end = Math.max(state.indexed(), found.floor());
        long below = before;
        int read = 0;
        while (!found.isFull() && below - 1 > end) {
            List<Row> rows = messages.below(new Span(found.roomId(), end, below), PAGE);
            rows.forEach(found::look);
            read += rows.size();
            below = rows.size() < PAGE ? end + 1 : rows.getLast().seq();
        }
        if (read > 2 * SearchWriter.RUN) {
            indexer.wake(found.roomId());
        }
        return below;
    }

    private void indexed(Gathering found, Probe probe, State state, long before) {
        long below = before;
        while (!found.isFull() && below - 1 > found.floor()) {
            Hits hits = probe.hits(below, found.floor(), found.missing());
            long[] seqs = withChanged(hits, state, below);
            for (int at = 0; at < seqs.length && !found.isFull(); at += PAGE) {
                List<Long> part =
                        LongStream.of(seqs).skip(at).limit(PAGE).boxed().toList();
                messages.of(found.roomId(), part).forEach(found::look);
            }
            below = hits.searched() + 1;
        }
    }

    private static long[] withChanged(Hits hits, State state, long below) {
        LongStream changed =
                state.changed().stream().mapToLong(Long::longValue).filter(seq -> seq < below && seq > hits.searched());
        return LongStream.concat(LongStream.of(hits.seqs()), changed)
                .boxed()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .mapToLong(Long::longValue)
                .toArray();
    }

    private SearchPage page(Membership reader, Gathering found, Cut cut) {
        List<Gathering.Find> all = found.finds();
        List<Gathering.Find> shown = all.subList(0, Math.min(all.size(), cut.limit()));
        boolean more = all.size() > shown.size();
        Long next = more ? Long.valueOf(shown.getLast().row().seq()) : found.givenUpAt();
        return new SearchPage(messages(reader, shown), next != null, next);
    }

    private List<Message> messages(Membership reader, List<Gathering.Find> finds) {
        Map<Long, List<Reaction>> reactions = messages.reactions(
                reader.actor().id(),
                reader.room().id(),
                finds.stream().map(find -> find.row().seq()).toList());
        return finds.stream()
                .map(find -> find.row()
                        .message(
                                reader.room(),
                                find.text(),
                                reactions.getOrDefault(find.row().seq(), List.of())))
                .toList();
    }
}
