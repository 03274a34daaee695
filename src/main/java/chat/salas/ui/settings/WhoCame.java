package chat.salas.ui.settings;

import chat.salas.room.Invites;
import chat.salas.ui.Moments;
import chat.salas.ui.grid.GridPanel;
import chat.salas.ui.grid.RowGrid;
import chat.salas.ui.grid.RowGrid.Lead;
import chat.salas.ui.grid.RowSource;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everybody who came by one invite. */
final class WhoCame extends Dialog {
    WhoCame(String invite, List<Invites.Use> uses, Moments moments) {
        setHeaderTitle(getTranslation("settings.came.title", invite));
        addClassName("list-dialog");
        RowGrid<Invites.Use> grid = new RowGrid<>(
                getTranslation("settings.came.title", invite),
                Invites.Use::accountId,
                RowSource.small(
                        () -> uses,
                        (use, words) ->
                                use.displayName().toLowerCase(Locale.ROOT).contains(words),
                        Map.of(
                                "name",
                                Comparator.comparing(Invites.Use::displayName, String.CASE_INSENSITIVE_ORDER),
                                "at",
                                Comparator.comparing(Invites.Use::at))));
        grid.person(
                "settings.members.name",
                "name",
                new Lead<>(Invites.Use::displayName, use -> "", use -> moments.full(use.at())),
                Invites.Use::accountId);
        grid.text("settings.members.joined", "at", use -> moments.full(use.at()));
        add(new GridPanel<>(grid, "settings.came", "users").searchable());
        getFooter().add(new Button(getTranslation("close"), click -> close()));
    }
}
