package chat.salas.ui.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Where a grid's rows come from. Called on the page's thread; may block for milliseconds. */
public interface RowSource<T> {
    /** The rows of this part of the list. */
    List<T> rows(Wanted wanted);

    /** How many there are in all; of {@code wanted} only the words count. */
    int count(Wanted wanted);

    /**
     * For lists that are short by nature (a few hundred): read whole each time, then searched and sorted here.
     *
     * @param matches whether a row has the words in it
     * @param orders by the names of the columns
     */
    static <T> RowSource<T> small(
            Supplier<List<T>> all, BiPredicate<T, String> matches, Map<String, Comparator<T>> orders) {
        return new SmallList<>(all, matches, orders);
    }
}
