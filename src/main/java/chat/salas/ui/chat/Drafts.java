package chat.salas.ui.chat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was written and not sent, by room, of at most 20 rooms. Lives in the memory of the web session: it outlasts a reload, not
 * a restart of the server nor a long sleep of the computer that the page is open on.
 */
final class Drafts implements Serializable {
    private static final int MOST = 20;
    private static final int LONGEST = 10_000;

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Of the session of this page. */
    static Drafts of(UI ui) {
        VaadinSession session = ui.getSession();
        Drafts drafts = session.getAttribute(Drafts.class);
        if (drafts == null) {
            drafts = new Drafts();
            session.setAttribute(Drafts.class, drafts);
        }
        return drafts;
    }

    String in(String room) {
        return texts.getOrDefault(room, "");
    }

    void keep(String room, String text) {
        texts.remove(room);
        if (!text.isBlank() && text.length() <= LONGEST) {
            texts.put(room, text);
        }
        if (texts.size() > MOST) {
            texts.remove(texts.keySet().iterator().next());
        }
    }
}
