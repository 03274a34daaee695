package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import chat.salas.ui.Glyph;
import chat.salas.ui.Press;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one writes. Has three modes: a new message, an answer, and new words for an own message. What cannot be sent stays
 * in the field, and what stands in the way is said below it.
 */
final class Composer extends Div implements Focusable<Div> {
    private static final int LONGEST = 8_000;
    private static final int NEAR = 7_500;
    private static final int QUOTED = 120;

    private final Words words;
    private final Listener listener;
    private final TextArea field = new TextArea();
    private final NativeButton send = new NativeButton();
    private @Nullable ComposerMode mode;
    private final ComposerFoot foot;
    private @Nullable Message answered;
    private @Nullable Message edited;
    private String kept = "";

    /** What is done with what one writes. */
    interface Listener {
        void say(String text, @Nullable Long replyTo);

        void edit(long seq, String text);

        /** ↑ in an empty field. */
        void editLast();

        /** The text of a new message changed. */
        void wrote(String text);
    }

    Composer(Words words, Listener listener) {
        this.words = words;
        this.listener = listener;
        this.foot = new ComposerFoot(words);
        addClassName("composer");
        dressField();
        send.addClassName("send");
        send.add(new Glyph("send"));
        send.getElement().setAttribute("aria-label", words.say("chat.send"));
        Div box = new Div(field, send);
        box.addClassName("composer-box");
        add(foot.typing(), box, foot);
        listen();
    }

    private void dressField() {
        field.setMinRows(1);
        field.setMaxRows(10);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(300);
        field.addValueChangeListener(change -> changed(change.getValue(), change.isFromClient()));
    }

    private void listen() {
        Scripts.submit(field.getElement(), send.getElement());
        field.getElement()
                .addEventListener("say", event -> submit(event.getEventDetail(String.class)))
                .addEventDetail();
        field.getElement()
                .addEventListener("keydown", event -> cancel())
                .setFilter("event.key === 'Escape' && !event.isComposing");
        field.getElement()
                .addEventListener("keyup", event -> listener.editLast())
                .setFilter("event.key === 'ArrowUp' && element.value === '' && !event.shiftKey");
    }

    /** Empties the composer for a room and puts the draft into it. */
    void enter(String room, String draft) {
        field.setAriaLabel(words.say("chat.field", room));
        field.setPlaceholder(words.say("chat.field", room));
        leaveModes();
        foot.free();
        if (!draft.equals(field.getValue())) {
            fill(draft);
        }
    }

    void answer(Message message) {
        restore();
        leaveModes();
        answered = message;
        ComposerMode answering = enterMode();
        answering.show(
                "reply",
                words.say(
                        "chat.replyingTo",
                        Markdown.withoutOverrides(message.author().displayName())));
        answering.quote(Markdown.words(text(message), QUOTED));
        field.focus();
    }

    void edit(Message message) {
        if (edited == null) {
            kept = field.getValue();
        }
        leaveModes();
        edited = message;
        enterMode().show("pencil", words.say("chat.editing"));
        fill(text(message));
        field.focus();
    }

    /** Back to a new message; does nothing in that mode. */
    void cancel() {
        restore();
        leaveModes();
    }

    /** Puts back what could not be sent and says why. */
    void giveBack(String text, Problem why) {
        Scripts.giveBack(field.getElement(), text);
        Duration wait = why.retryAfter();
        if (why instanceof Problem.TooMany && wait != null) {
            block(wait);
        } else {
            foot.complain(why.detail());
        }
    }

    /** For something that could not be done, as long as nothing else is written. */
    void complain(String why) {
        foot.complain(why);
    }

    /** For as long as this nothing can be sent; then the field is free again. */
    private void block(Duration wait) {
        field.getElement().setAttribute("blocked", "");
        foot.blocked(Math.max(1, wait.plusMillis(999).toSeconds()));
        send.setEnabled(false);
        Scripts.after(field.getElement(), wait, this::unblock);
    }

    private void unblock() {
        field.getElement().removeAttribute("blocked");
        send.setEnabled(true);
        foot.free();
    }

    void showTyping(List<String> names) {
        foot.showTyping(names);
    }

    @Override
    public void focus() {
        field.focus();
    }

    private void submit(String text) {
        Message changing = edited;
        Message answering = answered;
        if (text.strip().length() > LONGEST) {
            Scripts.giveBack(field.getElement(), text);
            foot.complain(words.say("chat.tooLong", text.strip().length(), LONGEST));
        } else if (changing != null) {
            cancel();
            listener.edit(changing.seq(), text.strip());
        } else {
            leaveModes();
            foot.free();
            listener.wrote("");
            listener.say(text.strip(), answering == null ? null : answering.seq());
        }
    }

    private void changed(String text, boolean typed) {
        foot.count(text.length(), LONGEST, text.length() >= NEAR);
        if (typed && edited == null) {
            listener.wrote(text);
        }
    }

    private void restore() {
        if (edited != null) {
            fill(kept);
            kept = "";
        }
    }

    private void leaveModes() {
        answered = null;
        edited = null;
        if (mode != null) {
            remove(mode);
            mode = null;
        }
    }

    private ComposerMode enterMode() {
        ComposerMode entered = new ComposerMode(words, this::cancel);
        addComponentAtIndex(1, entered);
        mode = entered;
        return entered;
    }

    /** Also where the server does not know yet what the browser did to the field. */
    private void fill(String text) {
        field.setValue(text);
        Scripts.setValue(field.getElement(), text);
    }

    private static String text(Message message) {
        String text = message.text();
        return text == null ? "" : text;
    }

    /** What stands above the field: an answer to what, or an edit. */
    private static final class ComposerMode extends Div {
        private final Span icon = new Span();
        private final Span what = new Span();
        private final Span quote = new Span();

        ComposerMode(Words words, Runnable cancel) {
            addClassName("composer-mode");
            what.addClassName("what");
            quote.addClassName("quoted");
            quote.getElement().setAttribute("dir", "auto");
            NativeButton close = new NativeButton();
            Press.on(close, cancel);
            close.addClassName("icon-button");
            close.add(new Glyph("close"));
            close.getElement().setAttribute("aria-label", words.say("chat.cancel"));
            add(icon, what, quote, close);
        }

        void show(String glyph, String text) {
            icon.removeAll();
            icon.add(new Glyph(glyph));
            what.setText(text);
            quote.setText("");
        }

        void quote(String text) {
            quote.setText(text);
        }
    }
}
