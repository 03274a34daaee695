package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;

/** A new password; everything else that was signed in is signed out by it. */
final class PasswordSection extends AccountSection {
    private static final int SHORTEST_PASSWORD = 10;

    private final Accounts accounts;
    private final Actor me;
    private final Fields fields = new Fields();
    private final PasswordField current = fields.add("current", new PasswordField());
    private final PasswordField replacement = fields.add("new", new PasswordField());
    private final SubmitForm form = new SubmitForm(getTranslation("account.password.submit"), this::change);

    PasswordSection(Accounts accounts, Actor me) {
        super("account.password");
        this.accounts = accounts;
        this.me = me;
        current.setLabel(getTranslation("account.password.current"));
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        replacement.setLabel(getTranslation("account.password.new"));
        replacement.setAutocomplete(Autocomplete.NEW_PASSWORD);
        replacement.setHelperText(getTranslation("field.password.rule", SHORTEST_PASSWORD));
        form.addFields(current, replacement);
        put(form);
    }

    private void change() {
        fields.clear();
        form.clear();
        if (current.getValue().isBlank()) {
            fields.refuse("current", getTranslation("field.required"));
        }
        if (replacement.getValue().length() < SHORTEST_PASSWORD) {
            fields.refuse("new", getTranslation("field.password.rule", SHORTEST_PASSWORD));
        }
        if (fields.valid()) {
            attempt();
        }
        fields.focusFirstInvalid();
    }

    private void attempt() {
        try {
            accounts.changePassword(me, current.getValue(), replacement.getValue());
            current.clear();
            replacement.clear();
            Toast.show(getTranslation("account.password.changed"));
        } catch (Problem.Forbidden | Problem.Unauthenticated _) {
            fields.refuse("current", getTranslation("account.password.wrong"));
        } catch (Problem.Refused _) {
            fields.refuse("new", getTranslation("field.refused.password"));
        } catch (Problem problem) {
            form.alert(ProblemText.of(problem));
        }
    }
}
