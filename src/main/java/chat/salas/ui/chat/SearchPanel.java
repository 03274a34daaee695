package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import chat.salas.message.SearchPage;
import chat.salas.search.SearchQuery;
import chat.salas.ui.EmptyState;
import chat.salas.ui.Glyph;
import chat.salas.ui.Press;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Looks for words in the room, beside the log; a find is pressed to see it there. What is typed is in no address. */
final class SearchPanel extends Composite<Aside> {
    private static final String SEQ = "event.target.closest('[data-found]')?.dataset.found";
    private static final int PAUSE_MILLIS = 300;
    private static final int LONGEST = 200;

    private final Words words;
    private final Source source;
    private final FoundHtml html;
    private final TextField field = new TextField();
    private final Div status = new Div();
    private final Element list = new Element("ol");
    private final NativeButton more = new NativeButton();
    private final Div nothing = new Div();
    private int shown;
    private @Nullable Long next;

    /** Where to look. */
    @FunctionalInterface
    interface Source {
        /** @throws Problem when it is not to be searched */
        SearchPage search(String typed, @Nullable Long before);
    }

    SearchPanel(Words words, FoundHtml html, Source source, Runnable closed) {
        this.words = words;
        this.html = html;
        this.source = source;
        H2 heading = new H2(words.say("chat.search"));
        heading.setId("search-heading");
        getContent().addClassNames("panel", "search-panel");
        getContent().getElement().setAttribute("aria-labelledby", "search-heading");
        getContent()
                .getElement()
                .addEventListener("keydown", event -> closed.run())
                .setFilter("event.key === 'Escape'");
        Div top = new Div(heading, closing(closed));
        top.addClassName("panel-top");
        Div finds = new Div(status, nothing);
        finds.addClassName("finds");
        finds.getElement().appendChild(list);
        finds.add(more);
        getContent().add(top, asking(), finds);
        fillIn();
        show("", null);
    }

    private NativeButton closing(Runnable closed) {
        NativeButton close = new NativeButton();
        close.addClassName("icon-button");
        close.add(new Glyph("close"));
        close.getElement().setAttribute("aria-label", words.say("chat.search.close"));
        Press.on(close, closed);
        return close;
    }

    private TextField asking() {
        field.addClassName("search-field");
        field.setPlaceholder(words.say("chat.search.placeholder"));
        field.setAriaLabel(words.say("chat.search.placeholder"));
        field.setPrefixComponent(new Glyph("search"));
        field.setMaxLength(LONGEST);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(change -> show(field.getValue().strip(), null));
        return field;
    }

    private void fillIn() {
        status.addClassName("find-count");
        status.getElement().setAttribute("role", "status");
        list.setAttribute("class", "find-list");
        list.setAttribute("aria-labelledby", "search-heading");
        more.addClassName("find-more");
        more.setText(words.say("chat.search.more"));
        Press.on(more, () -> show(field.getValue().strip(), next));
    }

    /** Tells which message was pressed. */
    void onFound(LongConsumer pressed) {
        list.addEventListener("click", event -> {
                    String seq = String.valueOf(event.getEventData().get(SEQ).asString());
                    if (seq.matches("[0-9]{1,18}")) {
                        pressed.accept(Long.parseLong(seq));
                    }
                })
                .setFilter("event.target.closest('[data-found]') !== null")
                .addEventData(SEQ);
    }

    void focus() {
        field.focus();
    }

    private void show(String typed, @Nullable Long before) {
        if (before == null) {
            list.removeAllChildren();
            shown = 0;
        }
        try {
            SearchPage page = typed.isEmpty() ? new SearchPage(List.of(), false, null) : source.search(typed, before);
            add(SearchQuery.of(typed), page);
            describe(typed.isEmpty() ? "chat.search.hint" : "chat.search.none");
        } catch (Problem refused) {
            next = null;
            describe("chat.search.refused");
        }
    }

    private void add(SearchQuery query, SearchPage page) {
        next = page.next();
        for (Message message : page.messages()) {
            list.appendChild(new Element("li").setProperty("innerHTML", html.found(message, query)));
        }
        shown += page.messages().size();
    }

    private void describe(String without) {
        more.setVisible(next != null);
        nothing.removeAll();
        list.setVisible(shown > 0);
        status.setText(shown == 0 ? "" : words.say(next == null ? "chat.search.count" : "chat.search.some", shown));
        if (shown == 0 && next == null) {
            nothing.add(new EmptyState("search").say(without));
            status.setText(without.equals("chat.search.hint") ? "" : words.say(without + ".title"));
        }
        status.getElement().setAttribute("data-heard-only", shown == 0 && next == null);
    }
}
