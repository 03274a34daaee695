package chat.salas.ui.chat;

import static chat.salas.ui.chat.Markdown.escape;
import static chat.salas.ui.chat.Markdown.withoutOverrides;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import chat.salas.message.Message.Reaction;
import chat.salas.ui.Moments;
import chat.salas.ui.PersonAvatar;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages as HTML, one string each. Safe because everything that people wrote goes through {@link Markdown} or is escaped
 * here. What can be clicked says so in {@code data-a}; labels that all messages share are referred to by id.
 */
final class MessageHtml {
    private static final String END_OF_TEXT = "</p>\n";

    /** Pages of one room show much the same: what is equal is held once, for as long as one of them shows it. */
    private static final Interner<String> SHARED = Interner.newWeakInterner();

    private static final Cache<Shown, String> MADE = Caffeine.newBuilder()
            .maximumWeight(4_000_000)
            .weigher((Shown shown, String html) -> 200 + html.length())
            .build();

    private final Words words;
    private final Moments moments;
    private final long viewer;

    MessageHtml(Words words, Moments moments, long viewer) {
        this.words = words;
        this.moments = moments;
        this.viewer = viewer;
    }

    private record Shown(Message message, Look look, Moments reader) {}

    /**
     * What a message looks like because of those around it.
     *
     * @param head whether it shows its author
     * @param line whether the line of new messages stands before it
     */
    record Look(boolean head, boolean line, @Nullable Quote quote) {
        static final Look HEAD = new Look(true, false, null);
        static final Look TAIL = new Look(false, false, null);

        static Look of(boolean head, boolean line, @Nullable Quote quote) {
            return line || quote != null ? new Look(head, line, quote) : head ? HEAD : TAIL;
        }
    }

    /** What stands around the messages: where the room begins, what is on its way, and the labels that all messages share. */
    String frame() {
        StringBuilder html = new StringBuilder("<div id=beginning></div><ol id=outbox aria-label=\"");
        html.append(escape(words.say("chat.outbox"))).append("\"></ol>");
        for (String action : List.of("react", "reply", "more")) {
            html.append("<span hidden id=chat-").append(action).append('>');
            html.append(escape(words.say("chat." + action))).append("</span>");
        }
        return SHARED.intern(html.toString());
    }

    /** Made once for all pages of one language and time zone that show it about now. */
    String message(Message message, Look look) {
        return MADE.get(new Shown(message, look, moments), shown -> SHARED.intern(make(message, look)));
    }

    private String make(Message message, Look look) {
        StringBuilder html = new StringBuilder(400);
        if (look.line()) {
            String since = words.say("chat.newSince", time(message.at()));
            html.append("<div class=unread-line role=separator><span>")
                    .append(escape(since))
                    .append("</span></div>");
        }
        open(html, message, look);
        author(html, message.author().id(), message.author().displayName(), message.at(), look.head());
        if (message.deleted()) {
            tombstone(html, message);
        } else {
            quote(html, look.quote());
            body(html, message.text(), message.editedAt());
            reactions(html, message);
        }
        html.append("</div>");
        if (!message.deleted()) {
            tools(html, message.seq());
        }
        return html.append("</article>").toString();
    }

    /** An own message that is not on disk yet, or was not accepted. */
    String pending(Outbox.Pending pending, String author, Look look) {
        StringBuilder html = new StringBuilder(400);
        html.append("<article class=\"msg ").append(look.head() ? "head" : "tail");
        html.append(pending.failed() ? " failed\"" : " sending\"");
        html.append(" data-id=").append(pending.id()).append('>');
        author(html, viewer, author, pending.at(), look.head());
        quote(html, look.quote());
        body(html, pending.text(), null);
        if (pending.failure() != null) {
            failure(html, pending.failure());
        } else {
            html.append("<span class=state>")
                    .append(escape(words.say("chat.sending")))
                    .append("</span>");
        }
        return html.append("</div></article>").toString();
    }

    private void open(StringBuilder html, Message message, Look look) {
        html.append("<article class=\"msg ").append(look.head() ? "head" : "tail");
        html.append(message.deleted() ? " gone" : "");
        html.append("\" tabindex=-1 id=m").append(message.seq());
        html.append(" data-seq=").append(message.seq());
        html.append(" aria-label=\"");
        html.append(escape(name(message.author().displayName()) + ", " + time(message.at())));
        html.append("\">");
    }

    private void author(StringBuilder html, long id, String displayName, Instant at, boolean head) {
        if (!head) {
            html.append("<time class=side>").append(escape(time(at))).append("</time><div class=content>");
            return;
        }
        String time = "<time datetime=" + at + " title=\"" + escape(oneByte(moments.full(at))) + "\">"
                + escape(time(at)) + "</time>";
        html.append("<span class=face data-c=")
                .append(PersonAvatar.colourOf(id))
                .append(" aria-hidden=true>");
        html.append(escape(initials(displayName))).append("</span><div class=content><div class=by><bdi class=author>");
        html.append(escape(name(displayName))).append("</bdi>").append(time).append("</div>");
    }

    private void quote(StringBuilder html, @Nullable Quote quote) {
        if (quote == null) {
            return;
        }
        html.append("<button class=quote data-a=jump data-q=")
                .append(quote.seq())
                .append("><bdi>");
        html.append(escape(name(quote.author()))).append("</bdi><span dir=auto>");
        html.append(escape(quote.words() == null ? words.say("chat.deleted.quote") : quote.words()));
        html.append("</span></button>");
    }

    private void body(StringBuilder html, @Nullable String text, @Nullable Instant edited) {
        String said = text == null ? "" : text;
        html.append("<div class=\"body")
                .append(Emoji.only(said) ? " jumbo" : "")
                .append("\" dir=auto>");
        String shown = Markdown.html(said);
        String mark = edited == null ? "" : edited(edited);
        boolean inside = shown.endsWith(END_OF_TEXT);
        html.append(shown, 0, inside ? shown.length() - END_OF_TEXT.length() : shown.length());
        html.append(mark).append(inside ? "</p></div>" : "</div>");
    }

    private String edited(Instant at) {
        return "<span class=edited title=\"" + escape(oneByte(moments.full(at))) + "\">"
                + escape(words.say("chat.edited")) + "</span>";
    }

    private void tombstone(StringBuilder html, Message message) {
        boolean self = message.deletedBy() != null
                && message.deletedBy() == message.author().id();
        html.append("<p class=tombstone>");
        html.append(escape(words.say(self ? "chat.deleted.self" : "chat.deleted.admin")))
                .append("</p>");
    }

    private void reactions(StringBuilder html, Message message) {
        if (message.reactions().isEmpty()) {
            return;
        }
        html.append("<div class=reactions>");
        message.reactions().forEach(each -> reaction(html, each));
        html.append("<button class=\"reaction more\" data-a=react aria-labelledby=chat-react></button></div>");
    }

    private void reaction(StringBuilder html, Reaction reaction) {
        String emoji = escape(withoutOverrides(reaction.emoji()));
        html.append("<button class=reaction data-a=emoji data-e=\"").append(emoji);
        html.append("\" aria-pressed=").append(reaction.mine()).append('>').append(emoji);
        html.append("<span>").append(reaction.count()).append("</span></button>");
    }

    private void tools(StringBuilder html, long seq) {
        html.append("<div class=tools><button data-a=react id=r")
                .append(seq)
                .append(" aria-labelledby=chat-react></button>");
        html.append("<button data-a=reply aria-labelledby=chat-reply></button>");
        html.append("<button data-a=more id=o").append(seq).append(" aria-labelledby=chat-more></button></div>");
    }

    private void failure(StringBuilder html, Problem why) {
        html.append("<div class=failure><span>")
                .append(escape(words.say("chat.notSent", Complaint.of(words, why))))
                .append("</span>");
        html.append("<button data-a=retry>")
                .append(escape(words.say("chat.retry")))
                .append("</button>");
        html.append("<button data-a=discard>")
                .append(escape(words.say("chat.discard")))
                .append("</button></div>");
    }

    private String time(Instant at) {
        return oneByte(moments.time(at));
    }

    /** Without the narrow space that some languages write: one such character doubles what a string takes in memory. */
    private static String oneByte(String time) {
        return time.replace('\u202f', '\u00a0');
    }

    private static String name(String displayName) {
        return withoutOverrides(displayName);
    }

    /** Of the first and the last word. */
    static String initials(String displayName) {
        return PersonAvatar.initials(name(displayName));
    }
}
