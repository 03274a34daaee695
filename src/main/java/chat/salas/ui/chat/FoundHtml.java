package chat.salas.ui.chat;

import static chat.salas.ui.chat.Markdown.escape;
import static chat.salas.ui.chat.Markdown.withoutOverrides;

import chat.salas.message.Message;
import chat.salas.search.SearchQuery;
import chat.salas.search.SearchQuery.Mark;
import chat.salas.ui.Moments;
import chat.salas.ui.PersonAvatar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that was found, as HTML: who, when, and the words in their surroundings. Safe because all is escaped here. */
final class FoundHtml {
    private static final int BEFORE = 60;
    private static final int LONGEST = 260;

    private final Moments moments;

    FoundHtml(Moments moments) {
        this.moments = moments;
    }

    String found(Message message, SearchQuery query) {
        String name = message.author().displayName();
        return "<button class=find data-found=" + message.seq() + "><span class=face data-c="
                + PersonAvatar.colourOf(message.author().id()) + " aria-hidden=true>"
                + escape(MessageHtml.initials(name)) + "</span><span class=find-by><bdi class=author>"
                + escape(withoutOverrides(name)) + "</bdi><time datetime=" + message.at() + ">"
                + escape(moments.full(message.at())) + "</time></span><span class=find-text dir=auto>"
                + excerpt(message.text(), query) + "</span></button>";
    }

    private static String excerpt(@Nullable String said, SearchQuery query) {
        String text = withoutOverrides(said == null ? "" : said);
        List<Mark> marks = query.marks(text);
        int from = marks.isEmpty() ? 0 : start(text, marks.getFirst().start() - BEFORE);
        int to = text.length() - from <= LONGEST ? text.length() : start(text, from + LONGEST);
        StringBuilder html = new StringBuilder(from > 0 ? "…" : "");
        int at = from;
        for (Mark mark : marks) {
            if (mark.start() >= at && mark.end() <= to) {
                html.append(escape(text.substring(at, mark.start()))).append("<mark>");
                html.append(escape(text.substring(mark.start(), mark.end()))).append("</mark>");
                at = mark.end();
            }
        }
        return html.append(escape(text.substring(at, to)))
                .append(to < text.length() ? "…" : "")
                .toString();
    }

    /** Not in the middle of a character; at a word, if one begins near by. */
    private static int start(String text, int wanted) {
        if (wanted <= 0) {
            return 0;
        }
        int space = text.indexOf(' ', wanted);
        int start = space >= 0 && space - wanted < BEFORE / 3 ? space + 1 : wanted;
        return start < text.length() && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }
}
