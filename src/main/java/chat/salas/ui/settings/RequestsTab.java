package chat.salas.ui.settings;

import chat.salas.room.AccessRequests;
import chat.salas.room.AccessRequests.Entry;
import chat.salas.room.Membership;
import chat.salas.ui.Moments;
import chat.salas.ui.Toast;
import chat.salas.ui.grid.BulkAction;
import chat.salas.ui.grid.Confirm;
import chat.salas.ui.grid.GridPanel;
import chat.salas.ui.grid.Outcome;
import chat.salas.ui.grid.RowGrid;
import chat.salas.ui.grid.RowGrid.Lead;
import chat.salas.ui.grid.RowSource;
import com.vaadin.flow.component.UI;
import io.micronaut.context.annotation.Prototype;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks to be let in. One is decided at a key, many after one question. */
@Prototype
final class RequestsTab extends SettingsTab {
    private final AccessRequests requests;
    private final Moments moments = Moments.of(UI.getCurrent());
    private @Nullable RowGrid<Entry> grid;

    RequestsTab(AccessRequests requests) {
        this.requests = requests;
        head("requests");
    }

    @Override
    void enter(Seat seat) {
        RowGrid<Entry> rows = new RowGrid<>(
                getTranslation("settings.requests.title"),
                Entry::accountId,
                RowSource.small(() -> requests.list(seat.admin()), RequestsTab::matches, orders()));
        rows.person(
                "settings.members.name",
                "name",
                new Lead<>(Entry::displayName, entry -> "", this::facts),
                Entry::accountId);
        rows.words("settings.requests.message", this::message);
        rows.text("settings.requests.at", "at", entry -> moments.full(entry.createdAt()))
                .setWidth("11rem");
        grid = rows;
        put(new GridPanel<>(rows, "settings.requests", "inbox")
                .searchable()
                .action(action("approve", "check", "a", seat))
                .action(action("deny", "close", "d", seat)));
    }

    @Override
    void refresh() {
        if (grid != null) {
            grid.refresh();
        }
    }

    private static boolean matches(Entry entry, String words) {
        return (entry.displayName() + " " + Objects.requireNonNullElse(entry.message(), ""))
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    private static Map<String, Comparator<Entry>> orders() {
        return Map.of(
                "name", Comparator.comparing(Entry::displayName, String.CASE_INSENSITIVE_ORDER),
                "at", Comparator.comparing(Entry::createdAt));
    }

    private String message(Entry entry) {
        return Objects.requireNonNullElse(entry.message(), "–");
    }

    private String facts(Entry entry) {
        return moments.soon(entry.createdAt()) + (entry.message() == null ? "" : " · " + entry.message());
    }

    private BulkAction<Entry> action(String deed, String icon, String key, Seat seat) {
        return new BulkAction<>(
                getTranslation("settings.requests." + deed), icon, key, false, rows -> decide(deed, rows, seat));
    }

    private void decide(String deed, Set<Entry> rows, Seat seat) {
        List<Long> who = rows.stream().map(Entry::accountId).toList();
        String key = "settings.requests." + deed;
        if (who.size() == 1) {
            Confirm.perform(() -> decide(deed, who, seat.admin()), outcome -> tell(key, outcome));
            return;
        }
        new Confirm(new Confirm.Question(
                        getTranslation(key + ".ask", who.size()),
                        getTranslation(key + ".words"),
                        getTranslation(key),
                        false))
                .ask(() -> decide(deed, who, seat.admin()), outcome -> tell(key, outcome));
    }

    private AccessRequests.Outcome decide(String deed, List<Long> who, Membership admin) {
        return deed.equals("approve") ? requests.approve(admin, who) : requests.deny(admin, who);
    }

    private void tell(String key, AccessRequests.Outcome outcome) {
        Map<String, Integer> skipped = outcome.skipped() == 0 ? Map.of() : Map.of("undecided", outcome.skipped());
        Toast.show(new Outcome(outcome.done(), skipped).words(key + ".done"));
        if (grid != null) {
            grid.reload();
        }
    }
}
