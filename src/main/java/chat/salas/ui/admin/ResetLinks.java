package chat.salas.ui.admin;

import chat.salas.account.PasswordResets;
import chat.salas.account.Person;
import chat.salas.flow.Visitor;
import chat.salas.kernel.Actor;
import chat.salas.ui.CopyField;
import chat.salas.ui.Moments;
import chat.salas.ui.Toast;
import chat.salas.ui.grid.Confirm;
import chat.salas.web.PublicAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.inject.Singleton;
import java.util.Set;

/** Makes a link for somebody who forgot the password, and shows it once. */
@Singleton
final class ResetLinks {
    private final PasswordResets resets;
    private final PublicAddress address;

    ResetLinks(PasswordResets resets, PublicAddress address) {
        this.resets = resets;
        this.address = address;
    }

    /** One at a time: each link must be handed to its own person. */
    void offer(Actor me, Set<Person> chosen) {
        UI ui = UI.getCurrent();
        if (chosen.size() != 1) {
            Toast.show(ui.getTranslation("admin.users.reset.one"));
            return;
        }
        Person person = chosen.iterator().next();
        String base = Visitor.request().map(address::baseUrl).orElse("");
        new Confirm(new Confirm.Question(
                        ui.getTranslation("admin.users.reset.title", person.displayName()),
                        ui.getTranslation("admin.users.reset.words"),
                        ui.getTranslation("admin.users.reset.verb"),
                        false))
                .ask(
                        () -> resets.make(me, person.id(), token -> base + "/reset/" + token),
                        link -> show(ui, person, link));
    }

    private static void show(UI ui, Person person, PasswordResets.Link link) {
        Dialog dialog = new Dialog();
        dialog.addClassName("form-dialog");
        dialog.setHeaderTitle(ui.getTranslation("admin.users.reset.made", person.displayName()));
        Paragraph words = new Paragraph(ui.getTranslation(
                link.mailed() ? "admin.users.reset.mailed" : "admin.users.reset.pass",
                Moments.of(ui).full(link.expiresAt())));
        Div content = new Div(words, new CopyField(ui.getTranslation("admin.users.reset.link"), link.url()));
        content.addClassName("form");
        dialog.add(content);
        dialog.getFooter().add(new Button(ui.getTranslation("close"), click -> dialog.close()));
        dialog.open();
    }
}
