package chat.salas.kernel;

import java.util.List;

/** Some rows of a longer list, and whether there are more behind them. */
public record Page<T>(List<T> items, boolean hasMore) {
    public Page {
        items = List.copyOf(items);
    }
}
