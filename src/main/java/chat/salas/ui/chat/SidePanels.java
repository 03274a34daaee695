package chat.salas.ui.chat;

import chat.salas.message.SearchPage;
import chat.salas.room.RoomView;
import chat.salas.ui.Moments;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the log, one at a time: the room's members or the search. The address says which ({@code ?panel=members}),
 * so buttons and keys only go there, and {@link #follow} shows what the address says.
 */
final class SidePanels {
    private static final String PANEL = "panel";
    private static final String MEMBERS = "members";
    private static final String SEARCH = "search";
    private static final int NARROW = 768;

    private final Words words;
    private final RoomHeader header;
    private final Div place;
    private final Way way;
    private final SearchSide search;
    private @Nullable MembersPanel members;
    private @Nullable Desk desk;

    /** To other addresses of the room. */
    interface Way {
        /** The same place in the log, with these parameters. */
        void go(QueryParameters parameters);

        /** To a message, with these parameters. */
        void goTo(long seq, QueryParameters parameters);
    }

    /** @param place where a panel is put, behind the log */
    SidePanels(Words words, RoomHeader header, Div place, Way way) {
        this.words = words;
        this.header = header;
        this.place = place;
        this.way = way;
        this.search = new SearchSide(words, this::toggleSearch);
        header.offer(search.button());
    }

    /** Another room. */
    void enter(Desk entered, RoomView room) {
        desk = entered;
        search.enter(room, place);
    }

    /** Shows what the address says. */
    void follow(QueryParameters parameters) {
        String panel = parameters.getSingleParameter(PANEL).orElse("");
        if (!panel.equals(SEARCH)) {
            search.close(place);
        }
        showMembers(panel.equals(MEMBERS));
        if (panel.equals(SEARCH) && !search.isOpen()) {
            search.open(place, this::searchPanel);
        }
    }

    boolean isSearching() {
        return search.isOpen();
    }

    /**
     * The key for searching.
     *
     * @param giveBack moves the focus back to where it was
     */
    void search(Runnable giveBack) {
        if (search.isOpen()) {
            search.open(place, this::searchPanel);
        } else if (search.button().isVisible()) {
            search.openedFrom(giveBack);
            toggleSearch();
        }
    }

    /** Closes what is open. */
    void escape() {
        if (members != null) {
            toggleMembers();
        } else if (search.isOpen()) {
            search.openedFrom(() -> {});
            toggleSearch();
        }
    }

    void toggleMembers() {
        way.go(parameters(members == null ? MEMBERS : ""));
    }

    private void toggleSearch() {
        way.go(parameters(search.isOpen() ? "" : SEARCH));
    }

    private static QueryParameters parameters(String panel) {
        return panel.isEmpty() ? QueryParameters.empty() : QueryParameters.of(PANEL, panel);
    }

    private void showMembers(boolean wanted) {
        header.membersShown(wanted);
        if (wanted && members == null) {
            members = new MembersPanel(words, this::toggleMembers);
            place.add(members);
            members.focus();
        } else if (!wanted && members != null) {
            place.remove(members);
            members = null;
            header.focusMembers();
        }
        membersChanged();
    }

    void membersChanged() {
        if (desk == null) {
            return;
        }
        if (members == null) {
            header.showCount(desk.room().members());
        } else {
            var people = desk.members();
            members.show(people);
            header.showCount(people.size());
        }
    }

    /** How many there are stays the same. */
    void presenceChanged() {
        if (members != null) {
            membersChanged();
        }
    }

    private SearchPanel searchPanel() {
        UI ui = UI.getCurrent();
        FoundHtml html = new FoundHtml(Moments.of(ui));
        SearchPanel panel = new SearchPanel(words, html, this::find, this::toggleSearch);
        panel.onFound(seq -> showFound(ui, seq));
        return panel;
    }

    private SearchPage find(String typed, @Nullable Long before) {
        return desk == null ? new SearchPage(List.of(), false, null) : desk.search(typed, before);
    }

    /** Where the panel covers the log, it makes way. */
    private void showFound(UI ui, long seq) {
        var details = ui.getPage().getExtendedClientDetails();
        boolean covered = details != null && details.getWindowInnerWidth() < NARROW;
        if (covered) {
            search.openedFrom(() -> {});
        }
        way.goTo(seq, parameters(covered ? "" : SEARCH));
    }
}
