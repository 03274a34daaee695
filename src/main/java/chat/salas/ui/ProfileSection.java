package chat.salas.ui;

import chat.salas.account.Account;
import chat.salas.account.Accounts;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;

/** My name as others see it, and the language of the screens. */
final class ProfileSection extends AccountSection {
    private final Accounts accounts;
    private final Actor me;
    private final Fields fields = new Fields();
    private final TextField name = fields.add("displayName", new TextField());
    private final SubmitForm form = new SubmitForm(getTranslation("save"), this::save);

    ProfileSection(Accounts accounts, Profiles profiles, Actor me) {
        super("account.profile");
        this.accounts = accounts;
        this.me = me;
        Account account = accounts.me(me);
        name.setLabel(getTranslation("field.displayName"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(80);
        name.setValue(account.displayName());
        form.addFields(name);
        put(form, language(profiles));
    }

    private Select<Locale> language(Profiles profiles) {
        Select<Locale> language = new Select<>();
        language.setLabel(getTranslation("menu.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(Languages::nameOf);
        language.setValue(Languages.best(java.util.List.of(UI.getCurrent().getLocale())));
        language.addValueChangeListener(chosen -> profiles.speak(UI.getCurrent(), chosen.getValue()));
        return language;
    }

    private void save() {
        fields.clear();
        form.clear();
        if (name.getValue().isBlank()) {
            fields.refuse("displayName", getTranslation("field.required"));
            return;
        }
        try {
            accounts.update(me, name.getValue(), null);
            Toast.show(getTranslation("saved"));
        } catch (Problem problem) {
            if (!fields.show(problem)) {
                form.alert(ProblemText.of(problem));
            }
        }
    }
}
