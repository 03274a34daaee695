package chat.salas.ui;

import chat.salas.account.Accounts;
import chat.salas.account.LastAdministrator;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;

/** The way out for good, behind the password. */
final class DeletionSection extends AccountSection {
    private final Accounts accounts;
    private final Actor me;

    DeletionSection(Accounts accounts, Actor me) {
        super("account.delete");
        this.accounts = accounts;
        this.me = me;
        Button open = new Button(getTranslation("account.delete.open"), click -> ask());
        open.addThemeVariants(ButtonVariant.ERROR);
        put(open);
    }

    private void ask() {
        PasswordField password = new PasswordField(getTranslation("field.password"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();
        password.setAutofocus(true);
        Button delete = new Button(getTranslation("account.delete.submit"), click -> delete(password));
        delete.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        Dialog dialog = new Dialog(getTranslation("account.delete.ask"));
        dialog.addClassName("form-dialog");
        dialog.add(new Paragraph(getTranslation("account.delete.words")), password);
        dialog.getFooter().add(new Button(getTranslation("cancel"), click -> dialog.close()), delete);
        dialog.open();
    }

    private void delete(PasswordField password) {
        try {
            accounts.delete(me, password.getValue());
            UI.getCurrent().getPage().setLocation("/login");
        } catch (LastAdministrator _) {
            refuse(password, getTranslation("account.delete.last"));
        } catch (Problem.Conflict _) {
            refuse(password, getTranslation("account.delete.owner"));
        } catch (Problem.Forbidden | Problem.Unauthenticated _) {
            refuse(password, getTranslation("account.password.wrong"));
        } catch (Problem problem) {
            refuse(password, ProblemText.of(problem));
        }
    }

    private static void refuse(PasswordField password, String words) {
        password.setErrorMessage(words);
        password.setInvalid(true);
    }
}
