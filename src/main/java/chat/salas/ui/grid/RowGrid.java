package chat.salas.ui.grid;

import chat.salas.ui.PersonAvatar;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;

/**
 * A grid that fetches its rows as one scrolls, with the columns that our lists are made of. Columns are named by keys of the
 * translations; one with a sort is sorted where the rows lie.
 */
public final class RowGrid<T> extends Composite<Grid<T>> {
    /** How many rows can be selected and treated at once. */
    public static final int MOST_SELECTED = 10_000;

    private static final int PAGE_SIZE = 50;
    private static final int NARROW = 768;
    private static final String LEAD = """
            <div class="lead-cell">
              <span class="face" ?hidden="${!item.initials}" data-c="${item.colour}" aria-hidden="true">${item.initials}</span>
              <div class="lead-words">
                <div class="lead-line"><bdi class="lead-name">${item.name}</bdi>
                  <span class="pill" ?hidden="${!item.badge}">${item.badge}</span></div>
                <div class="lead-facts" ?hidden="${!item.facts}">${item.facts}</div>
              </div>
            </div>""";

    private final List<Column<T>> wideOnly = new ArrayList<>();
    private String words = "";
    private IntConsumer number = rows -> {};
    private boolean narrow;
    private int least = NARROW;
    private int pageWidth;

    /**
     * What a row's first column says.
     *
     * @param badge a word beside the name; empty for none
     * @param facts what the other columns say, for when there is no place for them
     */
    public record Lead<T>(
            ValueProvider<T, String> name, ValueProvider<T, String> badge, ValueProvider<T, String> facts) {}

    /**
     * @param label what the list is, for those who hear it
     * @param id what makes a row the same row when it is fetched again
     */
    public RowGrid(String label, ValueProvider<T, Object> id, RowSource<T> source) {
        Grid<T> grid = getContent();
        grid.setPageSize(PAGE_SIZE);
        grid.addClassName("row-grid");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", label);
        grid.setItems(new CallbackDataProvider<T, Void>(
                query -> source.rows(Wanted.of(words, query)).stream(),
                query -> counted(source.count(new Wanted(words, "", false, 0, 1))),
                id));
        Signal.effect(
                this,
                () -> show(UI.getCurrent().getPage().windowSizeSignal().get().width()));
    }

    private int counted(int rows) {
        number.accept(rows);
        return rows;
    }

    /** Tells how many rows there are, each time they are counted. */
    void onCount(IntConsumer listener) {
        number = listener;
    }

    /** Keeps the first column alone on pages narrower than this, in pixels; for lists that have not the whole page. */
    public RowGrid<T> narrowBelow(int width) {
        least = width;
        show(pageWidth);
        return this;
    }

    /** Lets many rows be selected. */
    public void selectMany() {
        var model = (GridMultiSelectionModel<T>) getContent().setSelectionMode(Grid.SelectionMode.MULTI);
        model.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.VISIBLE);
        model.setSelectionColumnFrozen(true);
    }

    /** The first column, for something without a face; the only one on a narrow screen. */
    public Column<T> lead(String header, String sort, Lead<T> lead) {
        return lead(header, sort, lead, row -> "", row -> 0);
    }

    /** The first column, for a person. */
    public Column<T> person(String header, String sort, Lead<T> lead, ToLongFunction<T> account) {
        return lead(
                header,
                sort,
                lead,
                row -> PersonAvatar.initials(lead.name().apply(row)),
                row -> PersonAvatar.colourOf(account.applyAsLong(row)));
    }

    private Column<T> lead(
            String header, String sort, Lead<T> lead, ValueProvider<T, String> face, ValueProvider<T, Integer> colour) {
        Column<T> column = getContent()
                .addColumn(LitRenderer.<T>of(LEAD)
                        .withProperty("name", lead.name())
                        .withProperty("badge", lead.badge())
                        .withProperty("facts", row -> narrow ? lead.facts().apply(row) : "")
                        .withProperty("initials", face)
                        .withProperty("colour", colour));
        return dress(column, header, sort).setFlexGrow(3).setWidth("12rem");
    }

    /** A word or two. */
    public Column<T> text(String header, String sort, ValueProvider<T, String> value) {
        Column<T> column = getContent()
                .addColumn(LitRenderer.<T>of("<span title=\"${item.value}\">${item.value}</span>")
                        .withProperty("value", value));
        column.setVisible(!narrow);
        wideOnly.add(column);
        return dress(column, header, sort);
    }

    /** Whole sentences, over as many lines as they need. */
    public Column<T> words(String header, ValueProvider<T, String> value) {
        Column<T> column = getContent()
                .addColumn(LitRenderer.<T>of("<span class=\"cell-words\">${item.value}</span>")
                        .withProperty("value", value));
        column.setVisible(!narrow);
        wideOnly.add(column);
        return dress(column, header, "").setFlexGrow(4);
    }

    /** A number, already written out. */
    public Column<T> number(String header, String sort, ValueProvider<T, String> value) {
        return text(header, sort, value).setTextAlign(ColumnTextAlign.END).setWidth("7rem");
    }

    private Column<T> dress(Column<T> column, String header, String sort) {
        column.setHeader(getTranslation(header)).setWidth("8.5rem").setFlexGrow(1);
        if (sort.isEmpty()) {
            return column.setSortable(false);
        }
        return column.setSortProperty(sort).setSortable(true);
    }

    /** The selected rows; empty when none can be selected. */
    public Set<T> selected() {
        return getContent().getSelectedItems();
    }

    Grid<T> grid() {
        return getContent();
    }

    /** Shows what has these words in it. */
    public void search(String wanted) {
        words = wanted;
        reload();
    }

    String words() {
        return words;
    }

    /** Fetches anew what is shown, from the top, with nothing selected. */
    public void reload() {
        getContent().deselectAll();
        refresh();
    }

    /** Fetches anew what is shown; place and selection stay. */
    public void refresh() {
        getContent().getDataProvider().refreshAll();
    }

    private void show(int width) {
        pageWidth = width;
        boolean small = width > 0 && width < least;
        if (small != narrow) {
            narrow = small;
            wideOnly.forEach(column -> column.setVisible(!small));
            refresh();
        }
    }
}
