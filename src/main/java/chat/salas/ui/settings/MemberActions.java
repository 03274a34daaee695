package chat.salas.ui.settings;

import chat.salas.room.Act;
import chat.salas.room.Bans;
import chat.salas.room.MemberRow;
import chat.salas.room.Role;
import chat.salas.room.Ruling;
import chat.salas.room.Tally;
import chat.salas.ui.Toast;
import chat.salas.ui.grid.BulkAction;
import chat.salas.ui.grid.Confirm;
import chat.salas.ui.grid.GridPanel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be done about members: one question for all who are selected, and one answer. */
final class MemberActions {
    private static final int LONGEST_REASON = 500;

    private final Seat seat;
    private final Powers powers;
    private final Runnable done;

    /** What is ruled with. */
    record Powers(Ruling ruling, Bans bans, InstantSource clock) {}

    /** @param done follows each act */
    MemberActions(Seat seat, Powers powers, Runnable done) {
        this.seat = seat;
        this.powers = powers;
        this.done = done;
    }

    void offer(GridPanel<MemberRow> panel) {
        if (seat.may(Act.OWN)) {
            panel.action(action("role", "crown", "r", this::askRole));
        }
        panel.action(action("mute", "clock", "m", this::askMute));
        panel.action(action("unmute", "check", "u", this::unmute));
        panel.action(action("ban", "lock", "b", this::askBan));
        panel.action(action("remove", "sign-out", "delete", this::askRemove));
    }

    private BulkAction<MemberRow> action(String name, String icon, String key, Consumer<Set<MemberRow>> act) {
        boolean grave = name.equals("ban") || name.equals("remove");
        return new BulkAction<>(say("settings.members." + name), icon, key, grave, act);
    }

    private void askRole(Set<MemberRow> rows) {
        Select<Role> role = new Select<>();
        role.setLabel(say("settings.members.role"));
        role.setItems(Role.ADMIN, Role.MEMBER);
        role.setItemLabelGenerator(each -> say("access." + each.name().toLowerCase(Locale.ROOT)));
        role.setValue(Role.ADMIN);
        List<Long> who = ids(rows);
        ask("role", rows, role::getValue, to -> powers.ruling().changeRole(seat.admin(), who, to), role);
    }

    private void askMute(Set<MemberRow> rows) {
        Terms length = new Terms(false);
        List<Long> who = ids(rows);
        ask(
                "mute",
                rows,
                () -> length.getValue().orElse(Duration.ofHours(1)),
                term -> powers.ruling().mute(seat.admin(), who, term),
                length);
    }

    private void unmute(Set<MemberRow> rows) {
        List<Long> who = ids(rows);
        Confirm.perform(() -> powers.ruling().unmute(seat.admin(), who), tally -> tell("unmute", tally));
    }

    private record Sentence(String reason, java.util.Optional<Duration> length) {}

    private void askBan(Set<MemberRow> rows) {
        TextField reason = new TextField(say("settings.members.ban.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        Terms length = new Terms(true);
        List<Long> who = ids(rows);
        ask(
                "ban",
                rows,
                () -> new Sentence(reason.getValue(), length.getValue()),
                sentence -> ban(who, sentence),
                length,
                reason);
    }

    private Tally ban(List<Long> who, Sentence sentence) {
        return powers.bans()
                .ban(
                        seat.admin(),
                        who,
                        sentence.reason(),
                        sentence.length().map(powers.clock().instant()::plus).orElse(null));
    }

    private void askRemove(Set<MemberRow> rows) {
        List<Long> who = ids(rows);
        ask("remove", rows, () -> who, all -> powers.ruling().remove(seat.admin(), all));
    }

    private <V> void ask(
            String deed, Set<MemberRow> rows, Supplier<V> said, Function<V, Tally> work, Component... fields) {
        String key = "settings.members." + deed;
        String name = rows.iterator().next().member().displayName();
        Confirm.Question question = new Confirm.Question(
                say(key + ".ask", rows.size(), name),
                say(key + ".words"),
                say(key),
                deed.equals("ban") || deed.equals("remove"));
        new Confirm(question, fields).ask(said, work, tally -> tell(deed, tally));
    }

    private void tell(String deed, Tally tally) {
        Toast.show(Tallies.outcome(tally).words("settings.members." + deed + ".done"));
        done.run();
    }

    private static List<Long> ids(Set<MemberRow> rows) {
        return rows.stream().map(MemberRow::accountId).toList();
    }

    private static String say(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
