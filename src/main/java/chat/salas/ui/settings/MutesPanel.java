package chat.salas.ui.settings;

import chat.salas.room.MemberList;
import chat.salas.room.MemberQuery;
import chat.salas.room.MemberRow;
import chat.salas.room.Ruling;
import chat.salas.ui.Moments;
import chat.salas.ui.Toast;
import chat.salas.ui.grid.BulkAction;
import chat.salas.ui.grid.Confirm;
import chat.salas.ui.grid.GridPanel;
import chat.salas.ui.grid.RowGrid;
import chat.salas.ui.grid.RowGrid.Lead;
import chat.salas.ui.grid.RowSource;
import chat.salas.ui.grid.Wanted;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Set;

/** Who only reads, and until when. */
final class MutesPanel extends Composite<GridPanel<MemberRow>> implements RowSource<MemberRow> {
    private final Seat seat;
    private final MemberList members;
    private final Ruling ruling;
    private final Moments moments = Moments.of(UI.getCurrent());
    private final RowGrid<MemberRow> grid =
            new RowGrid<>(getTranslation("settings.mutes.title"), MemberRow::accountId, this);

    MutesPanel(Seat seat, MemberList members, Ruling ruling) {
        this.seat = seat;
        this.members = members;
        this.ruling = ruling;
        grid.person(
                "settings.members.name",
                "NAME",
                new Lead<>(row -> row.member().displayName(), row -> "", this::until),
                MemberRow::accountId);
        grid.text("settings.bans.until", "MUTED", this::until);
    }

    @Override
    protected GridPanel<MemberRow> initContent() {
        return new GridPanel<>(grid, "settings.mutes", "clock")
                .searchable()
                .action(new BulkAction<>(
                        getTranslation("settings.members.unmute"), "check", "delete", false, this::unmute));
    }

    void refresh() {
        grid.refresh();
    }

    private String until(MemberRow row) {
        return row.mutedUntil() == null ? "" : moments.full(row.mutedUntil());
    }

    private void unmute(Set<MemberRow> rows) {
        List<Long> who = rows.stream().map(MemberRow::accountId).toList();
        Confirm.perform(() -> ruling.unmute(seat.admin(), who), tally -> {
            Toast.show(Tallies.outcome(tally).words("settings.members.unmute.done"));
            grid.reload();
        });
    }

    @Override
    public List<MemberRow> rows(Wanted wanted) {
        return members.page(seat.admin(), query(wanted), wanted.offset(), wanted.limit());
    }

    @Override
    public int count(Wanted wanted) {
        return members.count(seat.admin(), query(wanted));
    }

    private static MemberQuery query(Wanted wanted) {
        return new MemberQuery(
                wanted.words(),
                null,
                true,
                wanted.sort(MemberQuery.Sort.class, MemberQuery.Sort.MUTED),
                wanted.descending());
    }
}
