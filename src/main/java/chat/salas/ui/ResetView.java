package chat.salas.ui;

import chat.salas.account.PasswordResets;
import chat.salas.kernel.Problem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;

/** Where a link for a new password leads: one field, once. */
@Prototype
@Route("reset/:token")
@AnonymousAllowed
final class ResetView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHORTEST_PASSWORD = 10;

    private final PasswordResets resets;
    private final Profiles profiles;
    private final Fields fields = new Fields();
    private final PasswordField password = fields.add("password", new PasswordField());
    private final SubmitForm form = new SubmitForm(getTranslation("reset.submit"), this::submit);
    private String token = "";

    ResetView(PasswordResets resets, Profiles profiles) {
        this.resets = resets;
        this.profiles = profiles;
        addClassName("auth-view");
        password.setLabel(getTranslation("account.password.new"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation("field.password.rule", SHORTEST_PASSWORD));
        password.setAutofocus(true);
        form.addFields(password);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        Optional<String> name = resets.nameFor(token);
        removeAll();
        if (name.isPresent()) {
            AuthPage page =
                    new AuthPage(profiles, getTranslation("reset.title"), getTranslation("reset.lead", name.get()));
            page.put(form);
            add(page);
        } else {
            showOnward("reset.ended.title", "reset.ended.lead", "reset.toLogin");
        }
    }

    private void showOnward(String title, String lead, String link) {
        removeAll();
        AuthPage page = new AuthPage(profiles, getTranslation(title), getTranslation(lead));
        Paragraph onward = new Paragraph(new RouterLink(getTranslation(link), LoginView.class));
        onward.addClassName("auth-other");
        page.put(onward);
        add(page);
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of(getTranslation("reset.title"));
    }

    private void submit() {
        form.clear();
        fields.clear();
        if (password.getValue().length() < SHORTEST_PASSWORD) {
            fields.refuse("password", getTranslation("field.password.rule", SHORTEST_PASSWORD));
            fields.focusFirstInvalid();
            return;
        }
        attempt();
    }

    private void attempt() {
        try {
            resets.use(token, password.getValue());
            showOnward("reset.done.title", "reset.done.lead", "reset.toLogin");
        } catch (Problem.Gone _) {
            showOnward("reset.ended.title", "reset.ended.lead", "reset.toLogin");
        } catch (Problem problem) {
            if (!fields.show(problem)) {
                form.alert(ProblemText.of(problem));
            }
            fields.focusFirstInvalid();
        }
    }
}
