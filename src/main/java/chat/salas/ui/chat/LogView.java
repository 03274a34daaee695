package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.ui.chat.MessageHtml.Look;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages on the screen: in the browser a section for each day with a list in it, here what each message was last drawn
 * as. {@link #show} tells the browser what is different from before; a page that is sent anew gets all of it again.
 */
final class LogView extends Div {
    private final MessageHtml html;
    private final Grouping grouping;
    private final DayNames days;
    private final Element flow = new Element("div");
    private final List<Row> rows = new ArrayList<>();
    private Supplier<String> beginning = () -> "";
    private @Nullable Conversation shown;
    private @Nullable LocalDate today;
    private boolean begun;
    private boolean sending;
    private boolean unfinished;

    LogView(MessageHtml html, Grouping grouping, DayNames days, Words words) {
        this.html = html;
        this.grouping = grouping;
        this.days = days;
        addClassName("log");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.say("chat.log"));
        flow.setAttribute("class", "log-flow");
        flow.setProperty("innerHTML", html.frame());
        getElement().appendChild(flow);
        getElement().addAttachListener(attached -> drawAnew());
    }

    /** One message as it was last drawn; not at all without a look. */
    private static final class Row {
        Message message;

        @Nullable
        Look look;

        Row(Message message) {
            this.message = message;
        }

        boolean isDrawn(Message now) {
            return look != null && message == now;
        }

        /** Answers look at other messages, so that nobody knows without looking there. */
        boolean isDrawn(Message now, boolean line) {
            return look != null && message == now && look.line() == line && now.replyTo() == null;
        }
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

    /** Nothing that was drawn is there: the page is new, or is sent anew. */
    private void drawAnew() {
        Scripts.walk(getElement());
        Scripts.linger(getElement());
        Scripts.draw(flow);
        rows.clear();
        today = null;
        begun = false;
        sending = false;
        if (shown != null) {
            draw(shown);
        }
    }

    private void draw(Conversation conversation) {
        Window window = conversation.window();
        LogNews news = new LogNews();
        dropRowsOutside(window, news);
        drawMessages(conversation, news);
        nameDays(news);
        drawBeginning(!window.olderExist(), news);
        drawOutbox(conversation, news);
        if (unfinished != window.newerExist()) {
            unfinished = window.newerExist();
            getElement().setAttribute("unfinished", unfinished);
        }
        if (!news.isEmpty()) {
            flow.callJsFunction("draw", news.json());
        }
    }

    private void dropRowsOutside(Window window, LogNews news) {
        rows.removeIf(row -> {
            boolean gone = !window.holds(row.message.seq());
            if (gone) {
                news.drop(row.message.seq());
            }
            return gone;
        });
    }

    private void drawMessages(Conversation conversation, LogNews news) {
        long line = conversation.attention().lineIn(conversation.window());
        @Nullable Message before = null;
        boolean same = false;
        int at = 0;
        for (Message message : conversation.window().messages()) {
            boolean lined = message.seq() == line;
            Row row = rowAt(at++, message);
            boolean settled = same && row.isDrawn(message, lined);
            same = row.isDrawn(message);
            if (!settled) {
                boolean head = lined || grouping.startsGroup(before, message);
                draw(row, message, Look.of(head, lined, quote(conversation, message)), news);
            }
            before = message;
        }
    }

    private static @Nullable Quote quote(Conversation conversation, Message message) {
        return conversation.quotes().of(message.replyTo());
    }

    /** Rows and messages are both in ascending seq, and no row is without its message: a mismatch is a new message. */
    private Row rowAt(int index, Message message) {
        if (index < rows.size() && rows.get(index).message.seq() == message.seq()) {
            return rows.get(index);
        }
        Row row = new Row(message);
        rows.add(index, row);
        return row;
    }

    private void draw(Row row, Message message, Look look, LogNews news) {
        if (!row.isDrawn(message) || !look.equals(row.look)) {
            LocalDate day = grouping.day(message);
            news.name(day, days.name(day));
            news.put(message.seq(), day, html.message(message, look));
            row.message = message;
            row.look = look;
        }
    }

    /** After midnight what was today is yesterday. */
    private void nameDays(LogNews news) {
        LocalDate now = days.today();
        if (today != null && !now.equals(today)) {
            rows.stream()
                    .map(row -> grouping.day(row.message))
                    .distinct()
                    .forEach(day -> news.name(day, days.name(day)));
        }
        today = now;
    }

    private void drawBeginning(boolean there, LogNews news) {
        if (begun != there) {
            begun = there;
            news.start(there ? beginning.get() : "");
        }
    }

    private void drawOutbox(Conversation conversation, LogNews news) {
        boolean before = sending;
        sending = !conversation.outbox().all().isEmpty();
        if (!sending) {
            if (before) {
                news.outbox("");
            }
            return;
        }
        StringBuilder items = new StringBuilder();
        for (Outbox.Pending pending : conversation.outbox().all()) {
            items.append("<li>")
                    .append(pending(conversation, pending, items.isEmpty()))
                    .append("</li>");
        }
        news.outbox(items.toString());
    }

    private String pending(Conversation conversation, Outbox.Pending pending, boolean first) {
        var me = conversation.desk().actor();
        @Nullable Message last = rows.isEmpty() ? null : rows.getLast().message;
        boolean head =
                first ? last == null || grouping.startsGroup(last, me.id(), pending.at()) : pending.replyTo() != null;
        Quote quote = conversation.quotes().of(pending.replyTo());
        return html.pending(pending, me.displayName(), Look.of(head || quote != null, false, quote));
    }
}
