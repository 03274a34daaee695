package chat.salas.ui;

import chat.salas.flow.Visitor;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.room.Invites;
import chat.salas.room.NewInvite;
import chat.salas.room.NewInvite.Delivery;
import chat.salas.room.Rooms;
import chat.salas.web.PublicAddress;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Invites into a room: by a link that anybody or one address can use, and to that address by mail where this server sends any.
 * The link and its QR code are shown once; only its hash is kept.
 */
@Prototype
public final class InviteDialog extends Dialog {
    private static final List<Duration> LASTS =
            List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final List<Integer> USES = List.of(1, 5, 25, 100);
    private static final int LONGEST_LABEL = 80;
    private static final int LONGEST_EMAIL = 254;

    private final Rooms rooms;
    private final Invites invites;
    private final PublicAddress address;
    private final Actor me = Viewer.current();
    private final Fields fields = new Fields();
    private final EmailField email = fields.add("email", new EmailField(getTranslation("inviting.email")));
    private final TextField label = fields.add("label", new TextField(getTranslation("inviting.label")));
    private final Select<Duration> lasts = new Select<>();
    private final Select<Integer> uses = new Select<>();
    private final Div result = new Div();
    private final Button create = new Button();
    private Runnable created = () -> {};
    private String slug = "";

    InviteDialog(Rooms rooms, Invites invites, PublicAddress address) {
        this.rooms = rooms;
        this.invites = invites;
        this.address = address;
        addClassName("form-dialog");
        describeAddress();
        describeTerms();
        result.addClassName("invite-made");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickListener(click -> create());
        add(form());
        getFooter().add(new Button(getTranslation("close"), click -> close()), create);
        addressed();
    }

    /** Opens it for a room that the viewer administers. */
    public void openFor(String room, String name) {
        openFor(room, name, () -> {});
    }

    /** @param whenCreated runs after each invite that was made */
    public void openFor(String room, String name, Runnable whenCreated) {
        slug = room;
        created = whenCreated;
        setHeaderTitle(getTranslation("inviting.title", name));
        open();
    }

    private void describeAddress() {
        email.setMaxLength(LONGEST_EMAIL);
        email.setPlaceholder(getTranslation("inviting.email.example"));
        email.setClearButtonVisible(true);
        email.setManualValidation(true);
        email.setValueChangeMode(ValueChangeMode.LAZY);
        email.setValueChangeTimeout(200);
        email.addValueChangeListener(typed -> addressed());
        label.setMaxLength(LONGEST_LABEL);
        label.setHelperText(getTranslation("inviting.label.hint"));
    }

    private void describeTerms() {
        lasts.setLabel(getTranslation("inviting.lasts"));
        lasts.setItems(LASTS);
        lasts.setItemLabelGenerator(this::lasting);
        lasts.setValue(Duration.ofDays(7));
        uses.setLabel(getTranslation("inviting.uses"));
        uses.setItems(USES);
        uses.setItemLabelGenerator(number -> getTranslation("inviting.people", number));
        uses.setValue(1);
    }

    private Div form() {
        Div choices = new Div(lasts, uses);
        choices.addClassName("form-row");
        Div form = new Div(new Paragraph(getTranslation("inviting.lead")), email, choices, label, result);
        form.addClassName("form");
        return form;
    }

    private String lasting(Duration time) {
        return time.toDays() == 0
                ? getTranslation("inviting.hours", time.toHours())
                : getTranslation("inviting.days", time.toDays());
    }

    /** An address is one person; and what the button will do depends on it. */
    private void addressed() {
        boolean one = !email.isEmpty();
        boolean mails = delivery() != null;
        if (one) {
            uses.setValue(1);
        }
        uses.setEnabled(!one);
        email.setHelperText(getTranslation(mails ? "inviting.email.mailed" : whyNot()));
        create.setText(getTranslation(one && mails ? "inviting.send" : "inviting.create"));
    }

    private String whyNot() {
        return invites.canMail() ? "inviting.email.noAddress" : "inviting.email.noServer";
    }

    private @Nullable Delivery delivery() {
        return invites.canMail()
                ? Visitor.request()
                        .flatMap(address::forMails)
                        .map(base -> new Delivery(base, UI.getCurrent().getLocale()))
                        .orElse(null)
                : null;
    }

    private void create() {
        result.removeAll();
        fields.clear();
        try {
            show(invites.create(
                    rooms.asAdmin(me, slug),
                    new NewInvite(label.getValue(), email.getValue(), lasts.getValue(), uses.getValue(), delivery())));
            created.run();
        } catch (Problem problem) {
            if (!fields.show(problem)) {
                result.add(hint(ProblemText.of(problem)));
            }
            fields.focusFirstInvalid();
        }
    }

    private void show(Invites.Created made) {
        String link = link(made);
        String until = Moments.of(UI.getCurrent()).full(made.expiresAt());
        Div texts = new Div(
                hint(said(made)),
                new CopyField(getTranslation("inviting.link"), link),
                hint(getTranslation("inviting.made", made.maxUses(), until)));
        texts.addClassName("form");
        result.add(texts, code(link));
        email.clear();
        label.clear();
        result.getElement().callJsFunction("scrollIntoView");
    }

    private Component code(String link) {
        return new QrCode(link, getTranslation("inviting.code"));
    }

    private String said(Invites.Created made) {
        if (made.email() == null) {
            return getTranslation("inviting.done");
        }
        return getTranslation(made.mailed() ? "inviting.done.mailed" : "inviting.done.forOne", made.email());
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
