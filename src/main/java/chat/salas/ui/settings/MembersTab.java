package chat.salas.ui.settings;

import chat.salas.room.Bans;
import chat.salas.room.MemberList;
import chat.salas.room.MemberQuery;
import chat.salas.room.MemberRow;
import chat.salas.room.Role;
import chat.salas.room.Ruling;
import chat.salas.ui.Amounts;
import chat.salas.ui.Moments;
import chat.salas.ui.grid.GridPanel;
import chat.salas.ui.grid.RowGrid;
import chat.salas.ui.grid.RowGrid.Lead;
import chat.salas.ui.grid.RowSource;
import chat.salas.ui.grid.Wanted;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import io.micronaut.context.annotation.Prototype;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everybody in the room, and what can be done about them. */
@Prototype
final class MembersTab extends SettingsTab implements RowSource<MemberRow> {
    private static final int ROOMY = 1024;

    private final MemberList members;
    private final MemberActions.Powers powers;
    private final Moments moments = Moments.of(UI.getCurrent());
    private final RowGrid<MemberRow> grid =
            new RowGrid<>(getTranslation("settings.members.title"), MemberRow::accountId, this);
    private final Select<Which> which = new Select<>();
    private @Nullable Seat seat;

    /** Whom the list shows. */
    private enum Which {
        ALL,
        ADMINS,
        PLAIN,
        MUTED;

        String key() {
            return "settings.members.which." + name().toLowerCase(Locale.ROOT);
        }

        @Nullable
        Role role() {
            return switch (this) {
                case ADMINS -> Role.ADMIN;
                case PLAIN -> Role.MEMBER;
                case ALL, MUTED -> null;
            };
        }
    }

    MembersTab(MemberList members, Ruling ruling, Bans bans, InstantSource clock) {
        this.members = members;
        this.powers = new MemberActions.Powers(ruling, bans, clock);
        head("members");
        which.setItems(Which.values());
        which.setItemLabelGenerator(each -> getTranslation(each.key()));
        which.setValue(Which.ALL);
        which.setAriaLabel(getTranslation("settings.members.which"));
        which.addValueChangeListener(change -> grid.reload());
        columns();
    }

    @Override
    void enter(Seat taken) {
        seat = taken;
        GridPanel<MemberRow> panel =
                new GridPanel<>(grid, "settings.members", "users").searchable().tool(which);
        new MemberActions(taken, powers, grid::reload).offer(panel);
        put(panel);
    }

    @Override
    void refresh() {
        grid.refresh();
    }

    private void columns() {
        grid.narrowBelow(ROOMY);
        grid.person("settings.members.name", "NAME", lead(), MemberRow::accountId);
        grid.text("settings.members.role", "ROLE", row -> role(row.member().role()))
                .setWidth("6rem");
        grid.text(
                        "settings.members.joined",
                        "JOINED",
                        row -> moments.date(row.member().joinedAt()))
                .setWidth("9.75rem");
        grid.text("settings.members.seen", "SEEN", this::seen).setWidth("9.75rem");
        grid.number("settings.members.messages", "MESSAGES", row -> Amounts.number(row.messages(), getLocale()))
                .setWidth("7.5rem");
        grid.number("settings.members.storage", "STORAGE", row -> Amounts.bytes(row.bytes(), getLocale()));
    }

    private Lead<MemberRow> lead() {
        return new Lead<>(row -> row.member().displayName(), this::muted, this::facts);
    }

    private String muted(MemberRow row) {
        return row.mutedUntil() == null ? "" : getTranslation("settings.mutedUntil", moments.soon(row.mutedUntil()));
    }

    private String facts(MemberRow row) {
        return String.join(
                " · ",
                role(row.member().role()),
                row.lastSeenAt() == null && !row.member().online()
                        ? getTranslation("settings.members.neverSeen")
                        : seen(row),
                getTranslation("settings.members.spoke", row.messages()));
    }

    private String seen(MemberRow row) {
        if (row.member().online()) {
            return getTranslation("settings.members.online");
        }
        return row.lastSeenAt() == null ? getTranslation("settings.members.never") : moments.date(row.lastSeenAt());
    }

    private String role(Role role) {
        return getTranslation("access." + role.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<MemberRow> rows(Wanted wanted) {
        return seat == null ? List.of() : members.page(seat.admin(), query(wanted), wanted.offset(), wanted.limit());
    }

    @Override
    public int count(Wanted wanted) {
        return seat == null ? 0 : members.count(seat.admin(), query(wanted));
    }

    private MemberQuery query(Wanted wanted) {
        Which shown = which.getValue();
        return new MemberQuery(
                wanted.words(),
                shown.role(),
                shown == Which.MUTED,
                wanted.sort(MemberQuery.Sort.class, MemberQuery.Sort.NAME),
                wanted.descending());
    }
}
