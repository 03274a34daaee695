package chat.salas.ui;

import chat.salas.account.PasswordResets;
import chat.salas.kernel.Problem;
import chat.salas.web.PublicAddress;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import java.net.URI;

/** Asks for a mail with a link for a new password. Says the same whether or not somebody has the address. */
@Prototype
@Route("forgot")
@AnonymousAllowed
final class ForgotView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final PasswordResets resets;
    private final PublicAddress address;
    private final SignIn signIn;
    private final Fields fields = new Fields();
    private final EmailField email = fields.add("email", new EmailField());
    private final SubmitForm form = new SubmitForm(getTranslation("forgot.submit"), this::submit);
    private final Paragraph sent = new Paragraph(getTranslation("forgot.sent"));

    ForgotView(PasswordResets resets, PublicAddress address, SignIn signIn, Profiles profiles) {
        this.resets = resets;
        this.address = address;
        this.signIn = signIn;
        addClassName("auth-view");
        email.setLabel(getTranslation("field.email"));
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setAutofocus(true);
        form.addFields(email);
        sent.addClassName("note");
        sent.getElement().setAttribute("role", "status");
        sent.setVisible(false);
        Paragraph back = new Paragraph(new RouterLink(getTranslation("forgot.back"), LoginView.class));
        back.addClassName("auth-other");
        AuthPage page = new AuthPage(profiles, getTranslation("forgot.title"), getTranslation("forgot.lead"));
        page.put(form, sent, back);
        add(page);
    }

    /** Without mail, or without an address that no request can make up, there is nothing to ask for. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!resets.canMail() || address.configured().isEmpty()) {
            event.forwardTo(LoginView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("forgot.title"));
    }

    private void submit() {
        form.clear();
        fields.clear();
        if (email.getValue().isBlank()) {
            fields.refuse("email", getTranslation("field.required"));
            fields.focusFirstInvalid();
            return;
        }
        address.configured().ifPresent(this::request);
    }

    private void request(URI base) {
        try {
            resets.request(email.getValue(), signIn.device(), token -> base + "/reset/" + token);
            form.setVisible(false);
            sent.setVisible(true);
        } catch (Problem problem) {
            form.alert(ProblemText.of(problem));
        }
    }
}
