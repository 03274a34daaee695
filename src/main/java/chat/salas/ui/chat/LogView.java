package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.ui.chat.MessageHtml.Look;
import com.github.benmanes.caffeine.cache.Interner;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages on the screen: a section for each day with a list in it, and an element for each message. The elements follow
 * the {@link Window}: {@link #show} changes only what is different from before.
 */
final class LogView extends Div {
    /** Pages of one room show much the same: what is equal is held once. */
    private static final Interner<String> SHARED = Interner.newWeakInterner();

    private final MessageHtml html;
    private final Grouping grouping;
    private final DayNames days;
    private final Element flow = new Element("div");
    private final Element start = new Element("div");
    private final Element outbox = new Element("ol");
    private final List<Day> sections = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private Supplier<Element> beginning = () -> new Element("div");

    LogView(MessageHtml html, Grouping grouping, DayNames days, Words words) {
        this.html = html;
        this.grouping = grouping;
        this.days = days;
        addClassName("log");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.say("chat.log"));
        flow.setAttribute("class", "log-flow");
        start.setAttribute("class", "log-start");
        outbox.setAttribute("class", "outbox");
        outbox.setAttribute("aria-label", words.say("chat.outbox"));
        flow.appendChild(start, outbox);
        getElement().appendChild(flow);
        for (String action : List.of("react", "reply", "more")) {
            Span label = new Span(words.say("chat." + action));
            label.setId("chat-" + action);
            label.getElement().setAttribute("hidden", "");
            add(label);
        }
        Scripts.walk(getElement());
        Scripts.linger(getElement());
    }

    private record Day(LocalDate date, Element section, Element heading, Element list) {}

    private static final class Row {
        final long seq;
        final Day day;
        final Element element = new Element("li");

        @Nullable
        Message message;

        @Nullable
        Look look;

        Row(long seq, Day day) {
            this.seq = seq;
            this.day = day;
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
    void setBeginning(Supplier<Element> made) {
        beginning = made;
        start.removeAllChildren();
    }

    void show(Conversation conversation) {
        Window window = conversation.window();
        dropRowsOutside(window);
        long line = conversation.attention().lineIn(window);
        @Nullable Message before = null;
        int at = 0;
        for (Message message : window.messages()) {
            boolean head = grouping.startsGroup(before, message) || message.seq() == line;
            Look look = Look.of(head, message.seq() == line, quote(conversation, message));
            render(rowAt(at++, message), message, look);
            before = message;
        }
        sections.forEach(day -> day.heading().setText(days.name(day.date())));
        showBeginning(!window.olderExist());
        getElement().setAttribute("unfinished", window.newerExist());
        showOutbox(conversation, before);
    }

    private void showBeginning(boolean shown) {
        if (!shown) {
            start.removeAllChildren();
        } else if (start.getChildCount() == 0) {
            start.appendChild(beginning.get());
        }
    }

    private static @Nullable Quote quote(Conversation conversation, Message message) {
        return conversation.quotes().of(message.replyTo());
    }

    private void render(Row row, Message message, Look look) {
        if (row.message != message || !look.equals(row.look)) {
            row.element.setProperty("innerHTML", SHARED.intern(html.message(message, look)));
            row.message = message;
            row.look = look;
        }
    }

    private void dropRowsOutside(Window window) {
        rows.removeIf(row -> {
            boolean gone = row.seq < window.first()
                    || row.seq > window.last()
                    || window.find(row.seq).isEmpty();
            if (gone) {
                row.element.removeFromParent();
            }
            return gone;
        });
        sections.removeIf(day -> {
            boolean empty = day.list().getChildCount() == 0;
            if (empty) {
                day.section().removeFromParent();
            }
            return empty;
        });
    }

    /** Rows and messages are both in ascending seq, and no row is without its message: a mismatch is a new message. */
    private Row rowAt(int index, Message message) {
        if (index < rows.size() && rows.get(index).seq == message.seq()) {
            return rows.get(index);
        }
        Day day = dayOf(grouping.day(message));
        Row row = new Row(message.seq(), day);
        day.list().insertChild(placeIn(day, index), row.element);
        rows.add(index, row);
        return row;
    }

    private int placeIn(Day day, int index) {
        int place = 0;
        for (int i = index - 1; i >= 0 && rows.get(i).day == day; i--) {
            place++;
        }
        return place;
    }

    private Day dayOf(LocalDate date) {
        int place = 0;
        while (place < sections.size() && sections.get(place).date().isBefore(date)) {
            place++;
        }
        if (place < sections.size() && sections.get(place).date().equals(date)) {
            return sections.get(place);
        }
        Day day = newDay(date);
        sections.add(place, day);
        flow.insertChild(1 + place, day.section());
        return day;
    }

    private static Day newDay(LocalDate date) {
        Day day = new Day(date, new Element("section"), new Element("h2"), new Element("ol"));
        day.section().setAttribute("class", "day");
        day.section().appendChild(day.heading(), day.list());
        return day;
    }

    private void showOutbox(Conversation conversation, @Nullable Message last) {
        outbox.removeAllChildren();
        boolean head = true;
        for (Outbox.Pending pending : conversation.outbox().all()) {
            var me = conversation.desk().actor();
            boolean first = outbox.getChildCount() == 0;
            head = first
                    ? last == null || grouping.startsGroup(last, me.id(), pending.at())
                    : pending.replyTo() != null;
            Quote quote = conversation.quotes().of(pending.replyTo());
            String content = html.pending(pending, me.displayName(), Look.of(head || quote != null, false, quote));
            outbox.appendChild(new Element("li").setProperty("innerHTML", content));
        }
    }
}
