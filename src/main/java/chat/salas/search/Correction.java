package chat.salas.search;

import chat.salas.search.Parts.Stored;
import chat.salas.vault.SearchIndexKey;
import chat.salas.vault.SearchIndexKey.Place;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages of one large run that say something else than the index knows. */
final class Correction {
    private static final int SPLIT = Level.LARGE.shards() / Level.SMALL.shards();

    private final SearchIndexKey key;
    private final long first;
    private final Set<Integer> changed = new HashSet<>();
    private final Part[][] now;

    Correction(SearchIndexKey key, Tokens tokens, long first, List<Passage> passages) {
        this.key = key;
        this.first = first;
        Draft draft = new Draft(gram -> tokens.of(gram, key));
        passages.stream()
                .sorted((one, other) -> Long.compare(one.seq(), other.seq()))
                .forEach(passage -> add(draft, passage));
        Lists lists = draft.lists();
        this.now = new Part[][] {parts(lists, Level.SMALL), parts(lists, Level.LARGE)};
    }

    private static Part[] parts(Lists lists, Level level) {
        Part[] parts = new Part[level.shards()];
        Arrays.setAll(parts, _ -> new Part());
        lists.forEach((token, offset) -> parts[level.shardOf(token)].insert(token, offset));
        return parts;
    }

    private void add(Draft draft, Passage passage) {
        int offset = (int) (passage.seq() - first);
        changed.add(offset);
        if (passage.text() != null) {
            draft.add(offset, passage.text());
        }
    }

    /** Corrects one small shard, or the large ones that it was split into. */
    void apply(Parts parts, int shard) throws SQLException {
        Set<Integer> there = there(parts);
        long indexed = parts.indexed();
        long last = Level.LARGE.last(first);
        boolean merged =
                last <= indexed && parts.run(Level.SMALL, shard, first, last).isEmpty();
        if (merged) {
            for (int large = shard * SPLIT; large < (shard + 1) * SPLIT; large++) {
                correct(parts, place(Level.LARGE, large, first), there);
            }
        } else {
            for (long run = first; run <= last && Level.SMALL.last(run) <= indexed; run += Level.SMALL.span()) {
                correct(parts, place(Level.SMALL, shard, run), there);
            }
        }
    }

    /** A message that was erased since it was read must not come back. */
    private Set<Integer> there(Parts parts) throws SQLException {
        Set<Integer> there = new HashSet<>();
        for (int offset : changed) {
            if (parts.messages(first + offset, first + offset) > 0) {
                there.add(offset);
            }
        }
        return there;
    }

    private static Place place(Level level, int shard, long first) {
        return new Place(level.ordinal(), shard, first, level.last(first));
    }

    private void correct(Parts parts, Place place, Set<Integer> there) throws SQLException {
        int shift = (int) (place.firstSeq() - first);
        Part part = new Part();
        boolean same = true;
        for (Stored stored : parts.run(level(place), place.shard(), place.firstSeq(), place.firstSeq())) {
            same = part.addAll(key.open(place, stored.sealed()), offset -> !changed.contains(shift + offset));
        }
        boolean added = add(part, place, there);
        if (part.isEmpty()) {
            parts.drop(place);
        } else if (added || !same) {
            parts.put(place, key.seal(place, part.bytes()));
        }
    }

    private static Level level(Place place) {
        return Level.values()[place.level()];
    }

    private boolean add(Part part, Place place, Set<Integer> there) {
        boolean added = false;
        for (Map.Entry<Integer, Postings> each :
                now[place.level()][place.shard()].byToken().entrySet()) {
            for (int i = 0; i < each.getValue().size(); i++) {
                int offset = each.getValue().get(i);
                long seq = first + offset;
                if (there.contains(offset) && seq >= place.firstSeq() && seq <= place.lastSeq()) {
                    added |= part.insert(each.getKey(), (int) (seq - place.firstSeq()));
                }
            }
        }
        return added;
    }
}
