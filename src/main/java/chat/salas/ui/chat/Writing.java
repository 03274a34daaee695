package chat.salas.ui.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What becomes of what one writes: a message, a draft, and that others see that one is typing. */
final class Writing implements Composer.Listener {
    private static final Duration TYPING_EVERY = Duration.ofSeconds(3);

    private final Conversation conversation;
    private final Drafts drafts;
    private final String slug;
    private final LongConsumer edit;
    private final LongConsumer delete;
    private Instant typed = Instant.EPOCH;

    /**
     * @param edit puts a message's text into the composer
     * @param delete asks whether it is to be deleted
     */
    Writing(Conversation conversation, Drafts drafts, String slug, LongConsumer edit, LongConsumer delete) {
        this.conversation = conversation;
        this.drafts = drafts;
        this.slug = slug;
        this.edit = edit;
        this.delete = delete;
    }

    @Override
    public void say(String text, @Nullable Long replyTo) {
        conversation.send(text, replyTo);
    }

    @Override
    public void edit(long seq, String text) {
        if (text.isEmpty()) {
            delete.accept(seq);
        } else {
            conversation.deeds().edit(seq, text);
        }
    }

    @Override
    public void editLast() {
        conversation.window().lastOf(conversation.desk().actor().id()).ifPresent(message -> edit.accept(message.seq()));
    }

    @Override
    public void wrote(String text) {
        drafts.keep(slug, text);
        Instant now = conversation.now();
        if (!text.isBlank() && typed.plus(TYPING_EVERY).isBefore(now)) {
            typed = now;
            conversation.deeds().typing();
        }
        if (text.isEmpty()) {
            typed = Instant.EPOCH;
        }
    }
}
