package chat.salas.ui.chat;

import chat.salas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * The start of a message that another one answers.
 *
 * @param words null when it was deleted
 */
record Quote(long seq, String author, @Nullable String words) {
    private static final int MOST = 140;

    static Quote of(Message message) {
        @Nullable String text = message.text();
        return new Quote(
                message.seq(), message.author().displayName(), text == null ? null : Markdown.words(text, MOST));
    }
}
