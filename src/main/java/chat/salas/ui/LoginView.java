package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.account.PasswordResets;
import chat.salas.account.SignedIn;
import chat.salas.kernel.Problem;
import chat.salas.web.PublicAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;

/** Sign in with address and password, then on to where one wanted to go. */
@Prototype
@Route("login")
@AnonymousAllowed
final class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    /** The query parameter that says: the session was ended elsewhere. */
    static final String ENDED = "ended";

    private final Accounts accounts;
    private final SignIn signIn;
    private final Fields fields = new Fields();
    private final EmailField email = fields.add("email", new EmailField());
    private final PasswordField password = fields.add("password", new PasswordField());
    private final SubmitForm form = new SubmitForm(getTranslation("login.submit"), this::submit);
    private final RouterLink register = new RouterLink(getTranslation("login.register"), RegisterView.class);
    private QueryParameters query = QueryParameters.empty();
    private boolean done;

    LoginView(Accounts accounts, SignIn signIn, Profiles profiles, PasswordResets resets, PublicAddress address) {
        this.accounts = accounts;
        this.signIn = signIn;
        addClassName("auth-view");
        email.setLabel(getTranslation("field.email"));
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setAutofocus(true);
        password.setLabel(getTranslation("field.password"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        form.addFields(email, password);
        Paragraph other = new Paragraph(getTranslation("login.new") + " ");
        other.addClassName("auth-other");
        other.add(register);
        AuthPage page = new AuthPage(profiles, getTranslation("login.title"), getTranslation("login.lead"));
        page.put(form);
        if (resets.canMail() && address.configured().isPresent()) {
            page.put(forgot());
        }
        page.put(other);
        add(page);
    }

    private static Paragraph forgot() {
        RouterLink link = new RouterLink(ForgotView.class);
        link.setText(link.getTranslation("login.forgot"));
        Paragraph forgot = new Paragraph(link);
        forgot.addClassName("auth-other");
        return forgot;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Viewer.of(event.getUI()).isPresent()) {
            event.forwardTo(HomeView.class);
            return;
        }
        query = event.getLocation().getQueryParameters();
        register.setQueryParameters(query);
        if (query.getParameters().containsKey(ENDED)) {
            form.alert(getTranslation("login.ended"));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("login.title"));
    }

    private void submit() {
        form.clear();
        fields.clear();
        require(email.getValue(), "email");
        require(password.getValue(), "password");
        if (fields.valid() && !done) {
            attempt();
        }
        fields.focusFirstInvalid();
    }

    private void require(String value, String field) {
        if (value.isBlank()) {
            fields.refuse(field, getTranslation("field.required"));
        }
    }

    private void attempt() {
        try {
            SignedIn signedIn = accounts.signIn(email.getValue(), password.getValue(), signIn.device());
            done = true;
            signIn.complete(UI.getCurrent(), signedIn, Doorkeeper.destination(query));
        } catch (Problem.Unauthenticated _) {
            form.alert(getTranslation("login.wrong"));
            password.focus();
        } catch (Problem problem) {
            form.alert(ProblemText.of(problem));
        }
    }
}
