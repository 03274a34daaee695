package chat.salas.ui.admin;

import chat.salas.account.Administration;
import chat.salas.account.People;
import chat.salas.account.PeopleFilter;
import chat.salas.account.PeopleFilter.Kind;
import chat.salas.account.PeopleFilter.Sort;
import chat.salas.account.Person;
import chat.salas.account.PersonAct;
import chat.salas.live.Presence;
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

/** Everybody who has an account here, and what can be done about it. */
@Prototype
final class UsersPart extends AdminPart implements RowSource<Person> {
    private final People people;
    private final Administration administration;
    private final ResetLinks resets;
    private final Presence presence;
    private final Moments moments = Moments.of(UI.getCurrent());
    private final RowGrid<Person> grid = new RowGrid<>(getTranslation("admin.users.title"), Person::id, this);
    private final Select<Kind> kind = new Select<>();

    UsersPart(People people, Administration administration, ResetLinks resets, Presence presence) {
        super(Part.USERS);
        this.people = people;
        this.administration = administration;
        this.resets = resets;
        this.presence = presence;
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> getTranslation("admin.users.kind." + word(each)));
        kind.setValue(Kind.ALL);
        kind.setAriaLabel(getTranslation("admin.users.kind"));
        kind.addValueChangeListener(change -> grid.reload());
        columns();
        GridPanel<Person> panel =
                new GridPanel<>(grid, "admin.users", "users").searchable().tool(kind);
        for (PersonAct act : PersonAct.values()) {
            panel.action(action(act));
        }
        put(panel.action(new BulkAction<>(
                getTranslation("admin.users.reset"), "key", "r", false, chosen -> resets.offer(me(), chosen))));
    }

    private void columns() {
        grid.narrowBelow(NARROW);
        grid.person(
                        "admin.users.name",
                        "NAME",
                        new RowGrid.Lead<>(Person::displayName, this::state, this::facts),
                        Person::id)
                .setWidth("15rem");
        grid.text("admin.users.email", "EMAIL", Person::email).setWidth("12rem").setFlexGrow(2);
        grid.text("admin.users.created", "CREATED", person -> moments.date(person.createdAt()));
        grid.text("admin.users.seen", "SEEN", this::seen).setWidth("11.5rem");
        grid.number("admin.users.owned", "OWNED", person -> Amounts.number(person.owned(), getLocale()))
                .setWidth("6.5rem");
        grid.number("admin.users.joined", "JOINED", person -> Amounts.number(person.joined(), getLocale()))
                .setWidth("6.5rem");
    }

    private String state(Person person) {
        if (person.disabled()) {
            return getTranslation("admin.users.disabled");
        }
        return person.administrator() ? getTranslation("admin.users.administrator") : "";
    }

    private String seen(Person person) {
        if (presence.isOnline(person.id())) {
            return getTranslation("admin.users.online");
        }
        return person.lastSeenAt() == null ? getTranslation("admin.users.never") : moments.full(person.lastSeenAt());
    }

    private String facts(Person person) {
        return person.email() + " · " + seen(person) + " · " + getTranslation("admin.users.rooms", person.joined());
    }

    private BulkAction<Person> action(PersonAct act) {
        boolean grave = act == PersonAct.DISABLE;
        return new BulkAction<>(getTranslation(key(act)), icon(act), letter(act), grave, chosen -> ask(act, chosen));
    }

    private static String key(PersonAct act) {
        return "admin.users.act." + word(act);
    }

    private static String icon(PersonAct act) {
        return switch (act) {
            case DISABLE -> "lock";
            case ENABLE -> "check";
            case SIGN_OUT -> "sign-out";
            case NAME -> "crown";
            case DISMISS -> "user";
        };
    }

    private static String letter(PersonAct act) {
        return switch (act) {
            case DISABLE -> "d";
            case ENABLE -> "e";
            case SIGN_OUT -> "s";
            case NAME -> "a";
            case DISMISS -> "u";
        };
    }

    private void ask(PersonAct act, Set<Person> chosen) {
        List<Long> ids = chosen.stream().map(Person::id).toList();
        String whom = chosen.size() == 1
                ? chosen.iterator().next().displayName()
                : getTranslation("admin.users.many", chosen.size());
        new Confirm(new Confirm.Question(
                        getTranslation(key(act) + ".title", whom),
                        getTranslation(key(act) + ".words"),
                        getTranslation(key(act)),
                        act == PersonAct.DISABLE))
                .ask(() -> administration.act(me(), act, ids), outcome -> done(act, outcome));
    }

    private void done(PersonAct act, Administration.Outcome outcome) {
        Toast.show(Outcomes.of(outcome).words(key(act) + ".done"));
        grid.reload();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    @Override
    public List<Person> rows(Wanted wanted) {
        return asked(() -> people.page(me(), filter(wanted), wanted.offset(), wanted.limit()), List.of());
    }

    @Override
    public int count(Wanted wanted) {
        return asked(() -> people.count(me(), filter(wanted)), 0);
    }

    private PeopleFilter filter(Wanted wanted) {
        return new PeopleFilter(
                wanted.words(), kind.getValue(), wanted.sort(Sort.class, Sort.NAME), wanted.descending());
    }
}
