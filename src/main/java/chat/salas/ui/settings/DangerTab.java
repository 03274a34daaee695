package chat.salas.ui.settings;

import chat.salas.message.Clearing;
import chat.salas.room.Act;
import chat.salas.room.MemberList;
import chat.salas.room.Ruling;
import chat.salas.ui.Amounts;
import chat.salas.ui.Moments;
import chat.salas.ui.grid.Confirm;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.micronaut.context.annotation.Prototype;
import org.jspecify.annotations.Nullable;

/** What cannot be taken back: it shows what would go, has the room's name typed, and gives a receipt. */
@Prototype
final class DangerTab extends SettingsTab {
    private final Clearing clearing;
    private final MemberList members;
    private final Ruling ruling;
    private final Div deeds = new Div();
    private boolean owns;
    private @Nullable Seat seat;

    DangerTab(Clearing clearing, MemberList members, Ruling ruling) {
        this.clearing = clearing;
        this.members = members;
        this.ruling = ruling;
        head("danger");
        deeds.addClassName("deeds");
        put(deeds);
    }

    @Override
    void enter(Seat taken) {
        seat = taken;
        owns = taken.may(Act.OWN);
        deeds.removeAll();
        deeds.add(deed("clear", () -> askToClear(taken)));
        if (owns) {
            deeds.add(deed("handOver", () -> new HandOver(taken, members, ruling).ask(this::refresh)));
            deeds.add(deed("delete", () -> askToDelete(taken)));
        }
    }

    @Override
    void refresh() {
        if (seat != null && owns != seat.may(Act.OWN)) {
            enter(seat);
        }
    }

    private Div deed(String name, Runnable ask) {
        String key = "settings.danger." + name;
        Span title = new Span(getTranslation(key));
        title.addClassName("row-title");
        Paragraph words = new Paragraph(getTranslation(key + ".words"));
        words.addClassName("hint");
        Div text = new Div(title, words);
        text.addClassName("row-words");
        Button button = new Button(getTranslation(key + ".open"), click -> ask.run());
        button.addThemeVariants(ButtonVariant.ERROR);
        Div deed = new Div(text, button);
        deed.addClassName("deed");
        return deed;
    }

    private void askToClear(Seat at) {
        new NamedConfirm(question("clear", at), at.room().name(), extent(at, "settings.danger.clear.extent"))
                .ask(() -> clearing.clear(at.actor(), at.slug()), receipt -> show(receipt, "settings.danger.cleared"));
    }

    private void askToDelete(Seat at) {
        UI page = UI.getCurrent();
        new NamedConfirm(question("delete", at), at.room().name(), extent(at, "settings.danger.delete.extent"))
                .ask(() -> clearing.delete(at.actor(), at.slug()), receipt -> {
                    if (isAttached()) {
                        page.navigate("rooms");
                    }
                    show(receipt, "settings.danger.deleted");
                });
    }

    private Confirm.Question question(String deed, Seat at) {
        String key = "settings.danger." + deed;
        return new Confirm.Question(
                getTranslation(key + ".ask", at.room().name()),
                getTranslation(key + ".words"),
                getTranslation(key + ".confirm"),
                true);
    }

    private Paragraph extent(Seat at, String key) {
        Clearing.Extent all = clearing.extent(at.actor(), at.slug());
        Paragraph extent = new Paragraph(getTranslation(
                key, all.messages(), Amounts.bytes(all.bytes(), getLocale()), all.members(), all.invites()));
        extent.addClassName("extent");
        return extent;
    }

    private void show(Clearing.Receipt receipt, String key) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(key + ".title", receipt.room()));
        dialog.setText(getTranslation(
                key + ".words",
                receipt.messages(),
                Amounts.bytes(receipt.bytes(), getLocale()),
                receipt.members(),
                receipt.invites(),
                Moments.of(UI.getCurrent()).full(receipt.at())));
        dialog.setConfirmText(getTranslation("close"));
        dialog.open();
    }
}
