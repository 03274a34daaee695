package chat.salas.ui.chat;

import chat.salas.message.Message;
import chat.salas.ui.chat.MessageHtml.Look;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the browser has drawn of the messages, and how it gets from there to what should be seen: a section for each day, in
 * the order of the days, and in it a list of messages in the order of their numbers.
 */
final class LogDrawing {
    private final MessageHtml html;
    private final Grouping grouping;
    private final DayNames names;

    /** In ascending seq. */
    private final List<Row> rows = new ArrayList<>();

    /** How many messages stand in the section of each day; no section stands for none. */
    private final SortedMap<LocalDate, Integer> days = new TreeMap<>();

    private @Nullable LocalDate today;

    LogDrawing(MessageHtml html, Grouping grouping, DayNames names) {
        this.html = html;
        this.grouping = grouping;
        this.names = names;
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

    /** Nothing that was drawn is there any more. */
    void clear() {
        rows.clear();
        days.clear();
        today = null;
    }

    @Nullable
    Message last() {
        return rows.isEmpty() ? null : rows.getLast().message;
    }

    /** The item of a message that is drawn. */
    String place(Message message) {
        return list(grouping.day(message)) + ".children.i" + message.seq();
    }

    private static String list(LocalDate day) {
        return section(day) + ".lastChild";
    }

    private static String section(LocalDate day) {
        return "children.d" + day.toEpochDay();
    }

    /**
     * Draws the window's messages and nothing else.
     *
     * @param line before which message the line of new messages stands; 0 for none
     */
    void draw(Window window, long line, Function<Message, @Nullable Quote> quotes, LogPatches patches) {
        drop(window, patches);
        renameDays(patches);
        Arrivals arrivals = new Arrivals(patches);
        @Nullable Message before = null;
        boolean same = false;
        int at = 0;
        for (Message message : window.messages()) {
            boolean lined = message.seq() == line;
            Row row = rowAt(at++, message);
            boolean settled = same && row.isDrawn(message, lined);
            same = row.isDrawn(message);
            if (!settled) {
                boolean head = lined || grouping.startsGroup(before, message);
                Look look = Look.of(head, lined, quotes.apply(message));
                if (row.look == null) {
                    arrivals.add(at, message, html.message(message, look));
                } else if (!same || !look.equals(row.look)) {
                    patches.fill(place(message), html.message(message, look));
                }
                row.message = message;
                row.look = look;
            }
            before = message;
        }
        arrivals.openDays();
    }

    private void drop(Window window, LogPatches patches) {
        SortedMap<LocalDate, List<Message>> gone = new TreeMap<>();
        rows.removeIf(row -> {
            Message message = row.message;
            boolean outside = !window.holds(message.seq());
            if (outside) {
                gone.computeIfAbsent(grouping.day(message), day -> new ArrayList<>())
                        .add(message);
            }
            return outside;
        });
        gone.forEach((day, messages) -> drop(day, messages, patches));
    }

    private void drop(LocalDate day, List<Message> gone, LogPatches patches) {
        if (days.merge(day, -gone.size(), Integer::sum) > 0) {
            gone.forEach(message -> patches.remove(place(message)));
        } else {
            days.remove(day);
            patches.remove(section(day));
        }
    }

    /** After midnight what was today is yesterday. */
    private void renameDays(LogPatches patches) {
        LocalDate now = names.today();
        if (today != null && !now.equals(today)) {
            days.keySet().forEach(day -> patches.text(section(day) + ".firstChild", names.name(day)));
        }
        today = now;
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

    /** Messages that are drawn for the first time. */
    private final class Arrivals {
        private final LogPatches patches;
        private final SortedMap<LocalDate, StringBuilder> opened = new TreeMap<>();

        Arrivals(LogPatches patches) {
            this.patches = patches;
        }

        /** @param next the index of the row behind it */
        void add(int next, Message message, String drawn) {
            LocalDate day = grouping.day(message);
            if (days.merge(day, 1, Integer::sum) == 1) {
                opened.put(day, new StringBuilder());
            }
            StringBuilder items = opened.containsKey(day) ? opened.get(day) : among(next, day);
            items.append("<li id=i")
                    .append(message.seq())
                    .append('>')
                    .append(drawn)
                    .append("</li>");
        }

        /** Before the first of those that came later on that day. */
        private StringBuilder among(int next, LocalDate day) {
            return rows.subList(next, rows.size()).stream()
                    .map(row -> row.message)
                    .filter(later -> grouping.day(later).equals(day))
                    .findFirst()
                    .map(later -> patches.before(place(later)))
                    .orElseGet(() -> patches.atEndOf(list(day)));
        }

        /** Each new day before the next one that was there. */
        void openDays() {
            opened.forEach((day, items) -> days.tailMap(day).keySet().stream()
                    .filter(later -> !opened.containsKey(later))
                    .findFirst()
                    .map(later -> patches.before(section(later)))
                    .orElseGet(() -> patches.before(LogPatches.OUTBOX))
                    .append("<section class=day id=d")
                    .append(day.toEpochDay())
                    .append("><h2>")
                    .append(Markdown.escape(names.name(day)))
                    .append("</h2><ol>")
                    .append(items)
                    .append("</ol></section>"));
        }
    }
}
