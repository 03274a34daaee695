package chat.salas.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * My rooms from A to Z under a filter. Never takes a row away or puts one in while the pointer or the focus is in the list:
 * such changes wait until it left. Numbers on the rows change at once.
 */
final class RailList extends Div {
    private static final String ROW = """
            <a class="rail-row" href="${item.href}" aria-current="${item.current}" ?data-unread="${item.number}">
              <span class="glyph glyph-${item.icon}" aria-hidden="true"></span>
              <span class="rail-row-name">${item.name}</span>
              <span class="asking" aria-hidden="true" ?hidden="${!item.requests}">
                <span class="glyph glyph-user-plus"></span>${item.requests}</span>
              <span class="badge" aria-hidden="true" ?hidden="${!item.number}">${item.number}</span>
              <span class="sr-only">${item.words}</span>
            </a>""";

    /** One event for the server instead of four, each of which would have its listener in every open page. */
    private static final String OCCUPIED = """
            for (const [type, now] of [['mouseenter', true], ['focusin', true], ['mouseleave', false], ['focusout', false]])
              this.addEventListener(type, () => this.dispatchEvent(new CustomEvent('occupied', {detail: now})));""";

    private final Map<Long, RailRow> rows = new LinkedHashMap<>();
    private final List<RailRow> shown = new ArrayList<>();
    private final ShownRows provider = new ShownRows(shown);
    private final VirtualList<RailRow> list = new VirtualList<>();
    private final RailFilters filters = new RailFilters(this::arrange);
    private final Runnable createRoom;
    private @Nullable RailEmpty empty;
    private String current = "";
    private boolean busy;
    private boolean waiting;

    RailList(Runnable createRoom) {
        this.createRoom = createRoom;
        addClassName("rail-rooms");
        list.addClassName("rail-list");
        list.getElement().setAttribute("aria-label", getTranslation("rail.rooms"));
        list.setRenderer(renderer());
        list.setDataProvider(provider);
        list.getElement().addAttachListener(attached -> list.getElement().executeJs(OCCUPIED));
        list.getElement()
                .addEventListener("occupied", event -> occupied(event.getEventDetail(Boolean.class)))
                .addEventDetail();
        add(heading(), filters, list);
    }

    private Div heading() {
        LightButton create = new LightButton(createRoom);
        new Markup().icon("plus").in(create);
        create.getElement().setAttribute("theme", "icon tertiary");
        create.getElement().setAttribute("aria-label", getTranslation("rail.create"));
        create.setTooltipText(getTranslation("rail.create"));
        H2 name = new H2();
        Markup.text(name, getTranslation("rail.rooms"));
        Div heading = new Div(name, create);
        heading.addClassName("rail-heading");
        return heading;
    }

    /** All rooms, as they are now. */
    void show(List<RailRow> mine) {
        rows.clear();
        mine.forEach(row -> rows.put(row.roomId(), row));
        rearrange();
    }

    /** New numbers. */
    void move(Map<Long, RailNews.Moved> moved) {
        moved.forEach((id, news) -> rows.computeIfPresent(id, (same, row) -> row.with(news)));
        for (int i = 0; i < shown.size(); i++) {
            replace(i, Objects.requireNonNullElse(rows.get(shown.get(i).roomId()), shown.get(i)));
        }
        if (filters.chosen() == RailFilters.Filter.UNREAD && !moved.isEmpty()) {
            rearrange();
        }
        filters.showUnread(unreadRooms());
    }

    /** Marks the room whose page this is. */
    void showCurrent(String path) {
        current = path;
        provider.refreshAll();
        filters.showUnread(unreadRooms());
    }

    List<RailRow> rows() {
        return List.copyOf(rows.values());
    }

    /** The rooms of which I am an admin or the owner. */
    java.util.Set<Long> ruledIds() {
        return rows.values().stream()
                .filter(RailRow::ruled)
                .map(RailRow::roomId)
                .collect(Collectors.toSet());
    }

    java.util.Set<Long> roomIds() {
        return java.util.Set.copyOf(rows.keySet());
    }

    /** Messages that I have not read, in all rooms but the one I am looking at. */
    long unread() {
        return rows.values().stream().mapToLong(this::unread).sum();
    }

    void focusFirst() {
        list.getElement().executeJs("(this.querySelector('[aria-current=page]') ?? this.querySelector('a'))?.focus()");
    }

    private long unreadRooms() {
        return rows.values().stream().filter(row -> unread(row) > 0).count();
    }

    private long unread(RailRow row) {
        return isCurrent(row) ? 0 : row.unread();
    }

    private boolean isCurrent(RailRow row) {
        return current.equals(path(row)) || current.startsWith(path(row) + "/");
    }

    private static String path(RailRow row) {
        return "rooms/" + row.slug();
    }

    private void replace(int index, RailRow row) {
        long before = unread(shown.set(index, row));
        if (before != unread(row)) {
            provider.refreshItem(row);
        }
    }

    private void rearrange() {
        if (busy) {
            waiting = true;
        } else {
            arrange();
        }
    }

    private void arrange() {
        waiting = false;
        shown.clear();
        rows.values().stream().filter(this::passes).forEach(shown::add);
        provider.refreshAll();
        list.setVisible(!shown.isEmpty());
        showEmpty();
        filters.setVisible(!rows.isEmpty());
        filters.showUnread(unreadRooms());
    }

    private void showEmpty() {
        if (!shown.isEmpty()) {
            if (empty != null) {
                remove(empty);
                empty = null;
            }
            return;
        }
        if (empty == null) {
            empty = new RailEmpty(createRoom);
            add(empty);
        }
        empty.show(rows.isEmpty(), filters.chosen());
    }

    private boolean passes(RailRow row) {
        return switch (filters.chosen()) {
            case ALL -> true;
            case UNREAD -> unread(row) > 0 || isCurrent(row);
            case OWNED -> row.owned();
        };
    }

    private void occupied(boolean now) {
        busy = now;
        if (!busy && waiting) {
            arrange();
        }
    }

    private LitRenderer<RailRow> renderer() {
        return LitRenderer.<RailRow>of(ROW)
                .withProperty("href", RailList::path)
                .withProperty("name", RailRow::name)
                .withProperty("icon", RailRow::icon)
                .withProperty("current", row -> isCurrent(row) ? "page" : "false")
                .withProperty("number", row -> unread(row) == 0 ? "" : Unread.number(unread(row)))
                .withProperty("requests", row -> row.requests() == 0 ? "" : Unread.number(row.requests()))
                .withProperty("words", this::words);
    }

    private String words(RailRow row) {
        String unread = unread(row) == 0 ? "" : getTranslation("rail.unread", unread(row));
        return row.requests() == 0 ? unread : unread + " " + getTranslation("rail.requests", row.requests());
    }

    /** Knows a row by its room, so that a new number is the same row. */
    private static final class ShownRows extends ListDataProvider<RailRow> {
        ShownRows(List<RailRow> shown) {
            super(shown);
        }

        @Override
        public Object getId(RailRow row) {
            return row.roomId();
        }
    }
}
