package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.account.EmailTaken;
import chat.salas.account.SignUp;
import chat.salas.account.SignedIn;
import chat.salas.kernel.Problem;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;

/** Make an account; an invite link that led here is what one comes back to. */
@Prototype
@Route("register")
@AnonymousAllowed
final class RegisterView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHORTEST_PASSWORD = 10;

    private final Accounts accounts;
    private final SignIn signIn;
    private final Fields fields = new Fields();
    private final TextField name = fields.add("displayName", new TextField());
    private final EmailField email = fields.add("email", new EmailField());
    private final PasswordField password = fields.add("password", new PasswordField());
    private final SubmitForm form = new SubmitForm(getTranslation("register.submit"), this::submit);
    private final RouterLink login = new RouterLink(getTranslation("register.login"), LoginView.class);
    private QueryParameters query = QueryParameters.empty();
    private boolean done;

    RegisterView(Accounts accounts, SignIn signIn, Profiles profiles) {
        this.accounts = accounts;
        this.signIn = signIn;
        addClassName("auth-view");
        describeFields();
        form.addFields(name, email, password);
        Paragraph other = new Paragraph(getTranslation("register.known") + " ");
        other.addClassName("auth-other");
        other.add(login);
        AuthPage page = new AuthPage(profiles, getTranslation("register.title"), getTranslation("register.lead"));
        page.put(form, other);
        add(page);
    }

    private void describeFields() {
        name.setLabel(getTranslation("field.displayName"));
        name.setHelperText(getTranslation("register.nameHint"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(80);
        name.setAutofocus(true);
        email.setLabel(getTranslation("field.email"));
        email.setAutocomplete(Autocomplete.USERNAME);
        password.setLabel(getTranslation("field.password"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation("field.password.rule", SHORTEST_PASSWORD));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Viewer.of(event.getUI()).isPresent()) {
            event.forwardTo(HomeView.class);
            return;
        }
        query = event.getLocation().getQueryParameters();
        login.setQueryParameters(query);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("register.title"));
    }

    private void submit() {
        form.clear();
        fields.clear();
        check();
        if (fields.valid() && !done) {
            attempt();
        }
        fields.focusFirstInvalid();
    }

    private void check() {
        if (email.getValue().isBlank()) {
            fields.refuse("email", getTranslation("field.required"));
        }
        if (password.getValue().length() < SHORTEST_PASSWORD) {
            fields.refuse("password", getTranslation("field.password.rule", SHORTEST_PASSWORD));
        }
    }

    /** The invite that led here also opens a server that takes new people by invite only, and is accepted there. */
    private SignUp wanted() {
        return new SignUp(
                email.getValue(),
                password.getValue(),
                name.getValue(),
                Doorkeeper.invite(query).orElse(null));
    }

    private void attempt() {
        try {
            SignedIn signedIn = accounts.register(wanted(), signIn.device());
            done = true;
            signIn.complete(UI.getCurrent(), signedIn, Doorkeeper.destination(query));
        } catch (EmailTaken _) {
            fields.refuse("email", getTranslation("register.taken"));
        } catch (Problem.Forbidden _) {
            form.alert(getTranslation("register.closed"));
        } catch (Problem problem) {
            if (!fields.show(problem)) {
                form.alert(ProblemText.of(problem));
            }
        }
    }
}
