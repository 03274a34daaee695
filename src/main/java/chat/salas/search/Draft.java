package chat.salas.search;

import chat.salas.vault.SearchIndexKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run of messages on its way into the index. */
final class Draft {
    private final SearchIndexKey key;
    private final Level level;
    private final List<Part> shards = new ArrayList<>();
    private final Map<Long, Integer> tokens = new HashMap<>();

    Draft(SearchIndexKey key, Level level) {
        this.key = key;
        this.level = level;
        for (int i = 0; i < level.shards(); i++) {
            shards.add(new Part());
        }
    }

    /** @param offset not below the one before */
    void add(int offset, String text) {
        Grams.of(FoldedText.of(text), gram -> {
            int token = token(gram);
            shards.get(level.shardOf(token)).add(token, offset);
        });
    }

    private int token(long gram) {
        return tokens.computeIfAbsent(gram, each -> key.token(Grams.letters(each)));
    }

    Part shard(int number) {
        return shards.get(number);
    }
}
