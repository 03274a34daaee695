package chat.salas.ui.settings;

import chat.salas.room.MemberList;
import chat.salas.room.MemberQuery;
import chat.salas.room.MemberRow;
import chat.salas.room.Role;
import chat.salas.room.Ruling;
import chat.salas.ui.Toast;
import chat.salas.ui.grid.Confirm;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;

/** Makes somebody else the owner, chosen among all members however many. */
final class HandOver {
    private final Seat seat;
    private final MemberList members;
    private final Ruling ruling;

    HandOver(Seat seat, MemberList members, Ruling ruling) {
        this.seat = seat;
        this.members = members;
        this.ruling = ruling;
    }

    /** @param done follows once it is done, when the actor is an admin and no owner any more */
    void ask(Runnable done) {
        ComboBox<MemberRow> heir = new ComboBox<>(say("settings.danger.handOver.heir"));
        heir.setItems(
                query -> members
                        .page(
                                seat.admin(),
                                MemberQuery.named(query.getFilter().orElse("")),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> members.count(
                        seat.admin(), MemberQuery.named(query.getFilter().orElse(""))));
        heir.setItemLabelGenerator(row -> row.member().displayName());
        heir.setWidthFull();
        Confirm confirm = new Confirm(
                new Confirm.Question(
                        say("settings.danger.handOver.ask", seat.room().name()),
                        say("settings.danger.handOver.words"),
                        say("settings.danger.handOver.confirm"),
                        true),
                heir);
        heir.addValueChangeListener(change -> confirm.enable(
                change.getValue() != null && change.getValue().member().role() != Role.OWNER));
        confirm.enable(false);
        confirm.ask(heir::getValue, this::handOver, row -> {
            Toast.show(say("settings.danger.handedOver", row.member().displayName()));
            done.run();
        });
    }

    private MemberRow handOver(MemberRow heir) {
        ruling.handOver(seat.admin(), heir.accountId());
        return heir;
    }

    private static String say(String key, Object... parameters) {
        return UI.getCurrent().getTranslation(key, parameters);
    }
}
