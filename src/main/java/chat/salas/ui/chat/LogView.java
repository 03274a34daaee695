package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.ui.chat.MessageHtml.Look;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages on the screen. {@link #show} tells the browser what is different from before; a page that is sent anew gets all
 * of it again.
 */
final class LogView extends Div {
    private static final long NOTHING = 0;
    private static final String FOUND = "found";
    private static final ObjectNode CENTRE =
            JsonNodeFactory.instance.objectNode().put("block", "center");
    private static final ObjectNode UNMOVED =
            JsonNodeFactory.instance.objectNode().put("preventScroll", true);

    private final MessageHtml html;
    private final Grouping grouping;
    private final LogDrawing drawing;
    private final Element flow = new Element("div");
    private Supplier<String> beginning = () -> "";
    private @Nullable Conversation shown;
    private long revealed;
    private boolean begun;
    private boolean sending;
    private boolean unfinished;

    LogView(MessageHtml html, Grouping grouping, DayNames days, Words words) {
        this.html = html;
        this.grouping = grouping;
        this.drawing = new LogDrawing(html, grouping, days);
        addClassName("log");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.say("chat.log"));
        flow.setAttribute("class", "log-flow");
        flow.setProperty("innerHTML", html.frame());
        getElement().appendChild(flow);
        getElement().addAttachListener(attached -> drawAnew());
    }

    /** What was scrolled: how far the view is from the start and from the end, in CSS pixels. */
    interface ScrollListener {
        void scrolled(double fromStart, double fromEnd);
    }

    void onScroll(ScrollListener listener) {
        String fromStart = "element.scrollHeight - element.clientHeight + element.scrollTop";
        String fromEnd = "-element.scrollTop";
        getElement()
                .addEventListener(
                        "scroll",
                        event -> listener.scrolled(
                                event.getEventData().get(fromStart).asDouble(),
                                event.getEventData().get(fromEnd).asDouble()))
                .addEventData(fromStart)
                .addEventData(fromEnd)
                .debounce(180, DebouncePhase.TRAILING, DebouncePhase.INTERMEDIATE);
    }

    /** Stands where the room begins; made when that is shown. */
    void setBeginning(Supplier<String> made) {
        beginning = made;
        begun = false;
    }

    void show(Conversation conversation) {
        shown = conversation;
        if (getElement().getNode().isAttached()) {
            draw(conversation);
        }
    }

    /**
     * Has the page tell that it shows what it was sent. Flow keeps its last answer to each page in case it is asked for again:
     * the first one is 100 KB and more, so it is worth to let a small one follow.
     */
    void answer() {
        answer(() -> {});
    }

    private void answer(Runnable then) {
        getElement().callJsFunction("hasAttributes").then(told -> then.run());
    }

    /** Brings the end into view. */
    void toEnd() {
        getElement().callJsFunction("scrollTo", 0, 0);
    }

    /** Brings a message into the middle of the view, focused and marked for a moment. */
    void reveal(long seq) {
        revealed = seq;
        if (getElement().getNode().isAttached()) {
            revealNow();
        }
    }

    private void revealNow() {
        String message = message(revealed);
        revealed = NOTHING;
        if (message != null) {
            flow.callJsFunction(message + ".classList.remove", FOUND);
            flow.callJsFunction(message + ".scrollIntoView", CENTRE);
            flow.callJsFunction(message + ".focus", UNMOVED);
            flow.callJsFunction(message + ".classList.add", FOUND);
        }
    }

    /** Moves the focus to a message, or to the log itself (0). */
    void focus(long seq) {
        String message = message(seq);
        if (message != null) {
            flow.callJsFunction(message + ".focus", UNMOVED);
        } else {
            getElement().callJsFunction("focus");
        }
    }

    private @Nullable String message(long seq) {
        return shown == null
                ? null
                : shown.window()
                        .find(seq)
                        .map(message -> drawing.place(message) + ".lastChild")
                        .orElse(null);
    }

    /** Nothing that was drawn is there: the page is new, or is sent anew. */
    private void drawAnew() {
        Scripts.walk(getElement());
        drawing.clear();
        begun = false;
        sending = false;
        if (shown != null) {
            draw(shown);
        }
        if (revealed != NOTHING) {
            // what came just now has no place on the screen yet
            answer(this::revealNow);
        }
    }

    private void draw(Conversation conversation) {
        Window window = conversation.window();
        LogPatches patches = new LogPatches();
        leaveEnd(window);
        drawing.draw(
                window,
                conversation.attention().lineIn(window),
                message -> conversation.quotes().of(message.replyTo()),
                patches);
        drawBeginning(!window.olderExist(), patches);
        drawOutbox(conversation, patches);
        patches.callOn(flow::callJsFunction);
    }

    /** At its very end a scroller stays there; while there is more to load it must stay where the reader is instead. */
    private void leaveEnd(Window window) {
        Message last = drawing.last();
        if (unfinished && last != null && last.seq() < window.last()) {
            getElement().callJsFunction("scrollBy", 0, -1);
        }
        unfinished = window.newerExist();
    }

    private void drawBeginning(boolean there, LogPatches patches) {
        if (begun != there) {
            begun = there;
            patches.fill(LogPatches.BEGINNING, there ? beginning.get() : "");
        }
    }

    private void drawOutbox(Conversation conversation, LogPatches patches) {
        boolean before = sending;
        sending = !conversation.outbox().all().isEmpty();
        if (!sending && !before) {
            return;
        }
        StringBuilder items = new StringBuilder();
        for (Outbox.Pending pending : conversation.outbox().all()) {
            items.append("<li>")
                    .append(pending(conversation, pending, items.isEmpty()))
                    .append("</li>");
        }
        patches.fill(LogPatches.OUTBOX, items.toString());
    }

    private String pending(Conversation conversation, Outbox.Pending pending, boolean first) {
        var me = conversation.desk().actor();
        Message last = drawing.last();
        boolean head =
                first ? last == null || grouping.startsGroup(last, me.id(), pending.at()) : pending.replyTo() != null;
        Quote quote = conversation.quotes().of(pending.replyTo());
        return html.pending(pending, me.displayName(), Look.of(head || quote != null, false, quote));
    }
}
