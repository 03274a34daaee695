package chat.salas.ui.grid;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.Locale;

/**
 * Which rows a grid wants.
 *
 * @param words what is searched for; blank for everything
 * @param sort the name that the column was given; empty for the list's own order
 * @param offset of the first row, from 0
 * @param limit 1..{@link RowGrid#MOST_SELECTED}
 */
public record Wanted(String words, String sort, boolean descending, int offset, int limit) {

    static Wanted of(String words, Query<?, ?> query) {
        QuerySortOrder order = query.getSortOrders().isEmpty()
                ? new QuerySortOrder("", SortDirection.ASCENDING)
                : query.getSortOrders().getFirst();
        return new Wanted(
                words,
                order.getSorted(),
                order.getDirection() == SortDirection.DESCENDING,
                query.getOffset(),
                Math.min(query.getLimit(), RowGrid.MOST_SELECTED));
    }

    /** The sort as one of an enum's constants; {@code otherwise} for the list's own order. */
    public <E extends Enum<E>> E sort(Class<E> type, E otherwise) {
        return sort.isEmpty() ? otherwise : Enum.valueOf(type, sort.toUpperCase(Locale.ROOT));
    }
}
