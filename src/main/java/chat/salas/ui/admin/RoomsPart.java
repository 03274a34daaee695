package chat.salas.ui.admin;

import chat.salas.kernel.Problem;
import chat.salas.room.CensusQuery;
import chat.salas.room.CensusQuery.Kind;
import chat.salas.room.CensusQuery.Sort;
import chat.salas.room.CensusRow;
import chat.salas.room.Encryption;
import chat.salas.room.Heir;
import chat.salas.room.Rescue;
import chat.salas.room.RoomCensus;
import chat.salas.ui.Amounts;
import chat.salas.ui.Moments;
import chat.salas.ui.Toast;
import chat.salas.ui.grid.BulkAction;
import chat.salas.ui.grid.Confirm;
import chat.salas.ui.grid.GridPanel;
import chat.salas.ui.grid.RowGrid;
import chat.salas.ui.grid.RowSource;
import chat.salas.ui.grid.Wanted;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** All rooms from outside: how many people, how much, whose; and orphaned ones can be given to a member. */
@Prototype
final class RoomsPart extends AdminPart implements RowSource<CensusRow> {
    private final RoomCensus census;
    private final Rescue rescue;
    private final Moments moments = Moments.of(UI.getCurrent());
    private final RowGrid<CensusRow> grid = new RowGrid<>(getTranslation("admin.rooms.title"), CensusRow::id, this);
    private final Select<Kind> kind = new Select<>();

    RoomsPart(RoomCensus census, Rescue rescue) {
        super(Part.ROOMS);
        this.census = census;
        this.rescue = rescue;
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                each -> getTranslation("admin.rooms.kind." + each.name().toLowerCase(Locale.ROOT)));
        kind.setValue(Kind.ALL);
        kind.setAriaLabel(getTranslation("admin.rooms.kind"));
        kind.addValueChangeListener(change -> grid.reload());
        columns();
        put(new GridPanel<>(grid, "admin.rooms", "door")
                .searchable()
                .tool(kind)
                .action(new BulkAction<>(getTranslation("admin.rooms.rescue"), "crown", "h", false, this::rescue)));
    }

    private void columns() {
        grid.narrowBelow(NARROW);
        grid.lead("admin.rooms.name", "NAME", new RowGrid.Lead<>(CensusRow::name, this::state, this::facts));
        grid.text("admin.rooms.owner", "OWNER", CensusRow::owner);
        grid.text("admin.rooms.encryption", "", this::encryption);
        grid.number("admin.rooms.members", "MEMBERS", row -> Amounts.number(row.members(), getLocale()));
        grid.number("admin.rooms.messages", "MESSAGES", row -> Amounts.number(row.messages(), getLocale()));
        grid.number("admin.rooms.storage", "STORAGE", row -> Amounts.bytes(row.bytes(), getLocale()));
        grid.text("admin.rooms.created", "CREATED", row -> moments.date(row.createdAt()));
    }

    private String state(CensusRow row) {
        if (row.orphaned()) {
            return getTranslation("admin.rooms.orphaned");
        }
        return row.listed() ? "" : getTranslation("admin.rooms.unlisted");
    }

    private String encryption(CensusRow row) {
        return getTranslation(row.encryption() == Encryption.E2EE ? "admin.rooms.e2ee" : "admin.rooms.atRest");
    }

    private String facts(CensusRow row) {
        return String.join(
                " · ",
                row.owner(),
                getTranslation("members", row.members()),
                getTranslation("admin.rooms.spoken", row.messages()),
                Amounts.bytes(row.bytes(), getLocale()));
    }

    private void rescue(Set<CensusRow> chosen) {
        CensusRow row = chosen.iterator().next();
        if (chosen.size() != 1 || !row.orphaned()) {
            Toast.show(getTranslation("admin.rooms.rescue.one"));
            return;
        }
        List<Heir> heirs = rescue.heirs(me(), row.id(), "");
        if (heirs.isEmpty()) {
            Toast.show(getTranslation("admin.rooms.rescue.nobody"));
            return;
        }
        choose(row, heirs);
    }

    private void choose(CensusRow row, List<Heir> heirs) {
        Select<Heir> heir = new Select<>();
        heir.setLabel(getTranslation("admin.rooms.rescue.heir"));
        heir.setItems(heirs);
        heir.setValue(heirs.getFirst());
        heir.setItemLabelGenerator(each -> each.displayName() + " · "
                + getTranslation("access." + each.role().name().toLowerCase(Locale.ROOT)));
        Confirm confirm = new Confirm(
                new Confirm.Question(
                        getTranslation("admin.rooms.rescue.title", row.name()),
                        getTranslation("admin.rooms.rescue.words"),
                        getTranslation("admin.rooms.rescue"),
                        false),
                heir);
        confirm.ask(() -> give(row, heir.getValue()), name -> {
            Toast.show(getTranslation("admin.rooms.rescue.done", row.name(), name));
            grid.reload();
        });
    }

    private String give(CensusRow row, Heir heir) throws Problem {
        rescue.handOver(me(), row.id(), heir.id());
        return heir.displayName();
    }

    @Override
    public List<CensusRow> rows(Wanted wanted) {
        return asked(() -> census.page(me(), query(wanted), wanted.offset(), wanted.limit()), List.of());
    }

    @Override
    public int count(Wanted wanted) {
        return asked(() -> census.count(me(), query(wanted)), 0);
    }

    private CensusQuery query(Wanted wanted) {
        return new CensusQuery(
                wanted.words(), kind.getValue(), wanted.sort(Sort.class, Sort.NAME), wanted.descending());
    }
}
