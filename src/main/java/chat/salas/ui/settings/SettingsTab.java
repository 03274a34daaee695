package chat.salas.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** One tab: a heading, what it is about, and what can be done there. */
abstract class SettingsTab extends Composite<Div> {
    /** Fills it for this room; called once, before it is shown. */
    abstract void enter(Seat seat);

    /** Something changed in the room. */
    abstract void refresh();

    /** @param key {@code settings.<key>.title} and {@code .lead} are its heading and what it is about */
    final void head(String key) {
        H2 title = new H2(getTranslation("settings." + key + ".title"));
        Paragraph lead = new Paragraph(getTranslation("settings." + key + ".lead"));
        lead.addClassName("hint");
        Div head = new Div(title, lead);
        head.addClassName("settings-head");
        getContent().addClassName("settings-tab");
        getContent().add(head);
    }

    final void put(Component... parts) {
        getContent().add(parts);
    }
}
