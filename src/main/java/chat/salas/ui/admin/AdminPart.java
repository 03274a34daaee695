package chat.salas.ui.admin;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import chat.salas.ui.Viewer;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;

/** One part of the administration: a heading, a sentence, and what it is about. */
abstract class AdminPart extends Div {
    /** Pages narrower than this, beside the rail, have no place for many columns. */
    static final int NARROW = 1100;

    private final Actor me = Viewer.current();

    AdminPart(Part part) {
        addClassNames("admin-part", "admin-" + part.word());
        H2 heading = new H2(getTranslation("admin." + part.word() + ".title"));
        Paragraph lead = new Paragraph(getTranslation("admin." + part.word() + ".lead"));
        lead.addClassName("hint");
        Div head = new Div(heading, lead);
        head.addClassName("settings-head");
        add(head);
    }

    final void put(Component... components) {
        add(components);
    }

    final Actor me() {
        return me;
    }

    /** For lists: whoever was dismissed meanwhile is led away instead of seeing a failure. */
    final <T> T asked(Supplier<T> look, T otherwise) {
        try {
            return look.get();
        } catch (Problem.Forbidden dismissed) {
            getUI().ifPresent(ui -> ui.navigate(""));
            return otherwise;
        }
    }
}
