package chat.salas.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** One part of the account page: a heading, a sentence, then whatever the part is made of. */
abstract class AccountSection extends Section {
    AccountSection(String key) {
        addClassName("account-section");
        H2 heading = new H2(getTranslation(key + ".title"));
        heading.setId(key.replace('.', '-'));
        getElement().setAttribute("aria-labelledby", key.replace('.', '-'));
        Paragraph lead = new Paragraph(getTranslation(key + ".lead"));
        lead.addClassName("hint");
        add(heading, lead);
    }

    final void put(Component... components) {
        add(components);
    }
}
