package chat.salas.ui.settings;

import chat.salas.room.Ban;
import chat.salas.room.Bans;
import chat.salas.ui.Moments;
import chat.salas.ui.Toast;
import chat.salas.ui.grid.BulkAction;
import chat.salas.ui.grid.Confirm;
import chat.salas.ui.grid.GridPanel;
import chat.salas.ui.grid.RowGrid;
import chat.salas.ui.grid.RowGrid.Lead;
import chat.salas.ui.grid.RowSource;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who is kept out of the room, until when and why; and the way to let them come back. */
final class BansPanel extends Composite<GridPanel<Ban>> {
    private static final int ROOMY = 1024;

    private final Seat seat;
    private final Bans bans;
    private final Moments moments = Moments.of(UI.getCurrent());
    private final RowGrid<Ban> grid;

    BansPanel(Seat seat, Bans bans) {
        this.seat = seat;
        this.bans = bans;
        this.grid = new RowGrid<>(
                getTranslation("settings.bans.title"),
                Ban::accountId,
                RowSource.small(() -> bans.list(seat.admin()), BansPanel::matches, orders()));
        grid.narrowBelow(ROOMY);
        grid.person("settings.members.name", "name", lead(), Ban::accountId);
        grid.text("settings.bans.since", "since", ban -> moments.full(ban.at()));
        grid.text("settings.bans.until", "until", this::until);
        grid.text("settings.bans.by", "by", Ban::bannedByName);
        grid.words("settings.bans.reason", this::reason);
    }

    @Override
    protected GridPanel<Ban> initContent() {
        return new GridPanel<>(grid, "settings.bans", "lock")
                .searchable()
                .action(new BulkAction<>(
                        getTranslation("settings.bans.lift"), "check", "delete", false, this::askToLift));
    }

    void refresh() {
        grid.refresh();
    }

    private static boolean matches(Ban ban, String words) {
        return (ban.displayName() + " " + ban.bannedByName() + " " + Objects.requireNonNullElse(ban.reason(), ""))
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    private static Map<String, Comparator<Ban>> orders() {
        return Map.of(
                "name", Comparator.comparing(Ban::displayName, String.CASE_INSENSITIVE_ORDER),
                "since", Comparator.comparing(Ban::at),
                "until", Comparator.comparing(ban -> Objects.requireNonNullElse(ban.until(), Instant.MAX)),
                "by", Comparator.comparing(Ban::bannedByName, String.CASE_INSENSITIVE_ORDER));
    }

    private Lead<Ban> lead() {
        return new Lead<>(
                Ban::displayName,
                ban -> "",
                ban -> String.join(" · ", getTranslation("settings.bans.untilThen", until(ban)), reason(ban)));
    }

    private String until(Ban ban) {
        return ban.until() == null ? getTranslation("settings.term.endless") : moments.full(ban.until());
    }

    private String reason(Ban ban) {
        return Objects.requireNonNullElse(ban.reason(), "–");
    }

    private void askToLift(Set<Ban> selected) {
        List<Long> who = selected.stream().map(Ban::accountId).toList();
        new Confirm(new Confirm.Question(
                        getTranslation(
                                "settings.bans.lift.ask",
                                who.size(),
                                selected.iterator().next().displayName()),
                        getTranslation("settings.bans.lift.words"),
                        getTranslation("settings.bans.lift"),
                        false))
                .ask(() -> who, all -> bans.lift(seat.admin(), all), tally -> {
                    Toast.show(Tallies.outcome(tally).words("settings.bans.lifted"));
                    grid.reload();
                });
    }
}
