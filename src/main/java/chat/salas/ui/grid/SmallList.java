package chat.salas.ui.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A list that is read whole. */
record SmallList<T>(Supplier<List<T>> all, BiPredicate<T, String> matches, Map<String, Comparator<T>> orders)
        implements RowSource<T> {

    @Override
    public List<T> rows(Wanted wanted) {
        Comparator<T> order = orders.get(wanted.sort());
        Stream<T> found = found(wanted);
        Stream<T> sorted = order == null ? found : found.sorted(wanted.descending() ? order.reversed() : order);
        return sorted.skip(wanted.offset()).limit(wanted.limit()).toList();
    }

    @Override
    public int count(Wanted wanted) {
        return (int) found(wanted).count();
    }

    private Stream<T> found(Wanted wanted) {
        String words = wanted.words().strip().toLowerCase(Locale.ROOT);
        return all.get().stream().filter(row -> words.isEmpty() || matches.test(row, words));
    }
}
