package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import chat.salas.message.Message;
import chat.salas.ui.Markup;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
    private final Later later;
    private final ComposerField field = new ComposerField();
    private final NativeButton send = new NativeButton();
    private @Nullable ComposerMode mode;
    private final ComposerFoot foot;
    private @Nullable Message answered;
    private @Nullable Message edited;
    private String kept = "";
    private @Nullable String muted;

    /** What is done with what one writes. */
    interface Listener {
        void say(String text, @Nullable Long replyTo);

        void edit(long seq, String text);

        /** ↑ in an empty field. */
        void editLast();

        /** The text of a new message changed. */
        void wrote(String text);
    }

    Composer(Words words, Listener listener, Later later) {
        this.words = words;
        this.listener = listener;
        this.later = later;
        this.foot = new ComposerFoot(words);
        addClassName("composer");
        field.addValueChangeListener(change -> changed(change.getValue(), change.isFromClient()));
        send.addClassName("send");
        new Markup().icon("send").in(send);
        send.getElement().setAttribute("aria-label", words.say("chat.send"));
        Div box = new Div(field, send);
        box.addClassName("composer-box");
        add(foot.typing(), box, foot);
        listen();
    }

    private void listen() {
        field.getElement().addAttachListener(shown -> Scripts.submit(field.getElement(), send.getElement()));
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
        rename(room);
        leaveModes();
        free();
        if (!draft.equals(field.getValue())) {
            field.fill(draft);
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
        field.fill(text(message));
        field.focus();
    }

    /** Back to a new message; does nothing in that mode. */
    void cancel() {
        restore();
        leaveModes();
    }

    /** Puts back what could not be sent and says why. */
    void giveBack(String text, Problem why) {
        field.giveBack(text);
        Duration wait = why.retryAfter();
        if (why instanceof Problem.TooMany && wait != null) {
            block(wait);
        } else {
            foot.complain(Complaint.of(words, why));
        }
    }

    /** For something that could not be done, as long as nothing else is written. */
    void complain(String why) {
        if (muted == null) {
            foot.complain(why);
        }
    }

    /** For as long as this nothing can be sent; then the field is free again. */
    private void block(Duration wait) {
        field.block(true);
        foot.blocked(Math.max(1, wait.plusMillis(999).toSeconds()));
        send.setEnabled(false);
        later.after(wait, this::unblock);
    }

    private void unblock() {
        if (muted == null) {
            field.block(false);
            send.setEnabled(true);
            foot.free();
        }
    }

    /** The room is called something else now. */
    void rename(String room) {
        field.name(words.say("chat.field", room));
    }

    /**
     * Lets nobody write, and says why; what was written stays.
     *
     * @param why null: writes again
     */
    void mute(@Nullable String why) {
        if (Objects.equals(why, muted)) {
            return;
        }
        muted = why;
        field.setReadOnly(why != null);
        if (why == null) {
            unblock();
            return;
        }
        cancel();
        field.block(true);
        send.setEnabled(false);
        foot.complain(why);
    }

    private void free() {
        if (muted == null) {
            foot.free();
        }
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
            field.giveBack(text);
            foot.complain(words.say("chat.tooLong", text.strip().length(), LONGEST));
        } else if (changing != null) {
            cancel();
            listener.edit(changing.seq(), text.strip());
        } else {
            leaveModes();
            free();
            listener.wrote("");
            listener.say(text.strip(), answering == null ? null : answering.seq());
        }
    }

    private void changed(String text, boolean typed) {
        int length = text.strip().length();
        foot.count(length, LONGEST, length >= NEAR);
        if (typed && edited == null) {
            listener.wrote(text);
        }
    }

    private void restore() {
        if (edited != null) {
            field.fill(kept);
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

    private static String text(Message message) {
        String text = message.text();
        return text == null ? "" : text;
    }
}
