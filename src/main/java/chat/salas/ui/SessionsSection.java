package chat.salas.ui;

import chat.salas.account.Sessions;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Where I am signed in, and the way to end one of those. */
final class SessionsSection extends AccountSection {
    private final Sessions sessions;
    private final Actor me;
    private final UnorderedList list = new UnorderedList();

    SessionsSection(Sessions sessions, Actor me) {
        super("account.sessions");
        this.sessions = sessions;
        this.me = me;
        list.addClassName("plain-list");
        put(list);
        load();
    }

    private void load() {
        list.removeAll();
        Moments moments = Moments.of(UI.getCurrent());
        sessions.list(me).forEach(entry -> list.add(row(entry, moments)));
    }

    private ListItem row(Sessions.Entry entry, Moments moments) {
        Devices device = Devices.of(entry.device());
        String name = getTranslation("device", device.browser(), device.system());
        Span title = new Span(name);
        title.addClassName("row-title");
        Paragraph facts = new Paragraph(
                getTranslation("account.sessions.facts", entry.address(), moments.full(entry.lastUsedAt())));
        facts.addClassName("hint");
        Div words = new Div(title, facts);
        words.addClassName("row-words");
        ListItem item = new ListItem(icon(device), words, entry.current() ? here() : end(entry, name));
        item.addClassName("row");
        return item;
    }

    private static Component icon(Devices device) {
        return new Glyph(device.phone() ? "phone" : "monitor");
    }

    private Component here() {
        Span here = new Span(getTranslation("account.sessions.here"));
        here.addClassName("pill");
        return here;
    }

    private Component end(Sessions.Entry entry, String name) {
        Button end = new Button(getTranslation("account.sessions.end"), click -> end(entry.id()));
        end.setAriaLabel(getTranslation("account.sessions.endThis", name));
        return end;
    }

    private void end(long id) {
        try {
            sessions.end(me, id);
        } catch (Problem problem) {
            Toast.show(ProblemText.of(problem));
        }
        load();
    }
}
