package chat.salas.ui.settings;

import chat.salas.room.Invites;
import chat.salas.room.Invites.Entry;
import chat.salas.ui.Glyph;
import chat.salas.ui.InviteDialog;
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
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.select.Select;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Prototype;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The links that let people in: who came by them, what is left of them, and the way to take them back. */
@Prototype
final class InvitesTab extends SettingsTab {
    private static final int ROOMY = 1024;

    private final Invites invites;
    private final BeanProvider<InviteDialog> dialogs;
    private final Moments moments = Moments.of(UI.getCurrent());
    private final Select<Which> which = new Select<>();
    private @Nullable RowGrid<Entry> grid;

    private enum Which {
        ALL,
        OPEN,
        ENDED;

        boolean shows(Entry entry) {
            return this == ALL || (entry.state() == Invites.State.OPEN) == (this == OPEN);
        }
    }

    InvitesTab(Invites invites, BeanProvider<InviteDialog> dialogs) {
        this.invites = invites;
        this.dialogs = dialogs;
        head("invites");
        which.setItems(Which.values());
        which.setItemLabelGenerator(
                each -> getTranslation("settings.invites.which." + each.name().toLowerCase(Locale.ROOT)));
        which.setValue(Which.ALL);
        which.setAriaLabel(getTranslation("settings.invites.which"));
        which.addValueChangeListener(change -> reload());
    }

    @Override
    void enter(Seat seat) {
        RowGrid<Entry> rows = new RowGrid<>(
                getTranslation("settings.invites.title"),
                Entry::id,
                RowSource.small(() -> shown(seat), InvitesTab::matches, orders()));
        columns(rows);
        grid = rows;
        Button add = new Button(getTranslation("settings.invites.new"), new Glyph("plus"), click -> invite(seat));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        put(new GridPanel<>(rows, "settings.invites", "link")
                .searchable()
                .tool(which)
                .tool(add)
                .action(new BulkAction<>(
                        getTranslation("settings.invites.who"), "users", "w", false, some -> showWhoCame(seat, some)))
                .action(new BulkAction<>(
                        getTranslation("settings.invites.revoke"), "trash", "delete", true, some -> ask(seat, some))));
    }

    private void columns(RowGrid<Entry> rows) {
        rows.narrowBelow(ROOMY);
        rows.lead("settings.invites.label", "label", new Lead<>(this::name, this::state, this::facts));
        rows.text("settings.invites.email", "email", entry -> Objects.requireNonNullElse(entry.email(), "–"))
                .setWidth("10rem");
        rows.number("settings.invites.uses", "uses", InvitesTab::uses).setWidth("6rem");
        rows.text("settings.invites.expires", "expires", entry -> moments.full(entry.expiresAt()))
                .setWidth("11rem");
        rows.text("settings.invites.by", "by", Entry::creator);
    }

    private List<Entry> shown(Seat seat) {
        return invites.list(seat.admin()).stream()
                .filter(which.getValue()::shows)
                .toList();
    }

    @Override
    void refresh() {
        if (grid != null) {
            grid.refresh();
        }
    }

    private void reload() {
        if (grid != null) {
            grid.reload();
        }
    }

    private static boolean matches(Entry entry, String words) {
        return (entry.label() + " " + Objects.requireNonNullElse(entry.email(), "") + " " + entry.creator())
                .toLowerCase(Locale.ROOT)
                .contains(words);
    }

    private static Map<String, Comparator<Entry>> orders() {
        return Map.of(
                "label", Comparator.comparing(Entry::label, String.CASE_INSENSITIVE_ORDER),
                "email", Comparator.comparing(entry -> Objects.requireNonNullElse(entry.email(), "")),
                "uses", Comparator.comparing(Entry::uses),
                "expires", Comparator.comparing(Entry::expiresAt),
                "by", Comparator.comparing(Entry::creator, String.CASE_INSENSITIVE_ORDER));
    }

    private String name(Entry entry) {
        if (!entry.label().isEmpty()) {
            return entry.label();
        }
        return getTranslation("settings.invites.unnamed", moments.soon(entry.createdAt()));
    }

    private String state(Entry entry) {
        return entry.state() == Invites.State.OPEN
                ? ""
                : getTranslation(
                        "settings.invites.state." + entry.state().name().toLowerCase(Locale.ROOT));
    }

    private static String uses(Entry entry) {
        return entry.uses() + "\u2009/\u2009" + entry.maxUses();
    }

    private String facts(Entry entry) {
        String email = entry.email() == null ? "" : entry.email() + " · ";
        return email + uses(entry) + " · " + getTranslation("settings.bans.untilThen", moments.soon(entry.expiresAt()));
    }

    private void invite(Seat seat) {
        InviteDialog dialog = dialogs.get();
        dialog.addOpenedChangeListener(change -> refresh());
        dialog.openFor(seat.slug(), seat.room().name());
    }

    private void showWhoCame(Seat seat, Set<Entry> some) {
        Entry entry = some.iterator().next();
        new WhoCame(name(entry), invites.usesOf(seat.admin(), entry.id()), moments).open();
    }

    private void ask(Seat seat, Set<Entry> some) {
        new Confirm(new Confirm.Question(
                        getTranslation("settings.invites.revoke.ask", some.size()),
                        getTranslation("settings.invites.revoke.words"),
                        getTranslation("settings.invites.revoke"),
                        true))
                .ask(() -> Outcome.each(some, entry -> invites.revoke(seat.admin(), entry.id())), outcome -> {
                    Toast.show(outcome.words("settings.invites.revoked"));
                    reload();
                });
    }
}
