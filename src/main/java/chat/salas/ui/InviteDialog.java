package chat.salas.ui;

import chat.salas.flow.Visitor;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.room.Invites;
import chat.salas.room.Rooms;
import chat.salas.web.PublicAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.List;

/**
 * Makes an invite link for a room: how long it lasts, how many may use it, and the link itself with a button that copies it.
 * The link is shown once; only its hash is kept.
 */
@Prototype
public final class InviteDialog extends Dialog {
    private static final List<Duration> LASTS =
            List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final List<Integer> USES = List.of(1, 5, 25, 100);

    private final Rooms rooms;
    private final Invites invites;
    private final PublicAddress address;
    private final Actor me = Viewer.current();
    private final Select<Duration> lasts = new Select<>();
    private final Select<Integer> uses = new Select<>();
    private final Div result = new Div();
    private final Button create = new Button(getTranslation("inviting.create"));
    private String slug = "";

    InviteDialog(Rooms rooms, Invites invites, PublicAddress address) {
        this.rooms = rooms;
        this.invites = invites;
        this.address = address;
        addClassName("form-dialog");
        lasts.setLabel(getTranslation("inviting.lasts"));
        lasts.setItems(LASTS);
        lasts.setItemLabelGenerator(this::lasting);
        lasts.setValue(Duration.ofDays(7));
        uses.setLabel(getTranslation("inviting.uses"));
        uses.setItems(USES);
        uses.setItemLabelGenerator(number -> getTranslation("inviting.people", number));
        uses.setValue(1);
        result.addClassName("form");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickListener(click -> create());
        add(form());
        getFooter().add(new Button(getTranslation("close"), click -> close()), create);
    }

    /** Opens it for a room that the viewer administers. */
    public void openFor(String room, String name) {
        slug = room;
        setHeaderTitle(getTranslation("inviting.title", name));
        open();
    }

    private Div form() {
        Div choices = new Div(lasts, uses);
        choices.addClassName("form-row");
        Div form = new Div(new Paragraph(getTranslation("inviting.lead")), choices, result);
        form.addClassName("form");
        return form;
    }

    private String lasting(Duration time) {
        return time.toDays() == 0
                ? getTranslation("inviting.hours", time.toHours())
                : getTranslation("inviting.days", time.toDays());
    }

    private void create() {
        result.removeAll();
        try {
            Invites.Created made = invites.create(rooms.asAdmin(me, slug), null, lasts.getValue(), uses.getValue());
            String until = Moments.of(UI.getCurrent()).full(made.expiresAt());
            result.add(
                    new CopyField(getTranslation("inviting.link"), link(made)),
                    hint(getTranslation("inviting.made", made.maxUses(), until)));
            create.setText(getTranslation("inviting.another"));
        } catch (Problem problem) {
            result.add(hint(ProblemText.of(problem)));
        }
    }

    private String link(Invites.Created made) {
        return Visitor.request().map(address::baseUrl).orElse("") + "/invite/" + made.token();
    }

    private static Paragraph hint(String words) {
        Paragraph hint = new Paragraph(words);
        hint.addClassName("hint");
        hint.getElement().setAttribute("role", "status");
        return hint;
    }
}
