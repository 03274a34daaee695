package chat.salas.ui.chat;

import chat.salas.message.Message;
import com.github.benmanes.caffeine.cache.Interner;
import org.jspecify.annotations.Nullable;

/**
 * The start of a message that another one answers.
 *
 * @param words null when it was deleted
 */
record Quote(long seq, String author, @Nullable String words) {
    private static final int MOST = 140;

    /** Pages of one room show the same ones. */
    private static final Interner<Quote> SHARED = Interner.newWeakInterner();

    static Quote of(Message message) {
        @Nullable String text = message.text();
        return SHARED.intern(new Quote(
                message.seq(), message.author().displayName(), text == null ? null : Markdown.words(text, MOST)));
    }
}
