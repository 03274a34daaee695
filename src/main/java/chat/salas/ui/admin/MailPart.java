package chat.salas.ui.admin;

import chat.salas.account.Accounts;
import chat.salas.account.MailTest;
import chat.salas.flow.Visitor;
import chat.salas.kernel.Problem;
import chat.salas.mail.MailFailure;
import chat.salas.ui.Glyph;
import chat.salas.ui.ProblemText;
import chat.salas.web.PublicAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import io.micronaut.context.annotation.Prototype;
import java.util.Locale;
import java.util.Optional;

/** Whether mail works: sends one, and says plainly what failed. */
@Prototype
final class MailPart extends AdminPart {
    private final MailTest mail;
    private final PublicAddress address;
    private final EmailField to = new EmailField();
    private final Button send = new Button(getTranslation("admin.mail.send"), new Glyph("send"), click -> send());
    private final Div result = new Div();

    MailPart(MailTest mail, PublicAddress address, Accounts accounts) {
        super(Part.MAIL);
        this.mail = mail;
        this.address = address;
        to.setLabel(getTranslation("admin.mail.to"));
        to.setValue(accounts.me(me()).email());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        result.addClassName("audit-verdict");
        result.getElement().setAttribute("role", "status");
        result.setVisible(false);
        Div form = new Div(to, send);
        form.addClassNames("form", "admin-form");
        if (mail.isConfigured()) {
            put(form, result);
        } else {
            put(note("admin.mail.none"));
        }
        if (address.configured().isEmpty()) {
            put(note("admin.mail.address"));
        }
    }

    private Paragraph note(String key) {
        Paragraph note = new Paragraph(getTranslation(key));
        note.addClassName("note");
        return note;
    }

    private void send() {
        UI ui = UI.getCurrent();
        String url = Visitor.request().map(address::baseUrl).orElse("");
        String recipient = to.getValue();
        Locale language = ui.getLocale();
        say("clock", getTranslation("admin.mail.trying"), false);
        Thread.startVirtualThread(() -> {
            try {
                Optional<MailFailure> failure = mail.send(me(), recipient, url, language);
                ui.access(() -> tell(failure, recipient));
            } catch (Problem problem) {
                ui.access(() -> say("alert", ProblemText.of(problem), true));
            } catch (UIDetachedException closed) {
                // nobody is there any more to be told
            }
        });
    }

    private void tell(Optional<MailFailure> failure, String recipient) {
        if (failure.isEmpty()) {
            say("check", getTranslation("admin.mail.sent", recipient), false);
        } else {
            say("alert", getTranslation("admin.mail.failure." + failure.get().name()), true);
        }
    }

    private void say(String icon, String words, boolean bad) {
        result.removeAll();
        result.add(new Glyph(icon), new Span(words));
        result.setClassName("bad", bad);
        result.setVisible(true);
        send.setEnabled(!"clock".equals(icon));
    }
}
