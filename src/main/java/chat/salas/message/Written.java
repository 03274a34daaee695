package chat.salas.message;

import chat.salas.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What came of an entry, to be told after the commit.
 *
 * @param answer tells whoever asked; must not block
 * @param event for the room, or null when nothing changed
 */
record Written(Runnable answer, @Nullable MessageEvent event) {

    static <R> Written of(Entry<R> entry, R result, @Nullable MessageEvent event) {
        return new Written(() -> entry.done().complete(result), event);
    }

    static Written refused(Entry<?> entry, Problem why) {
        return new Written(() -> entry.done().completeExceptionally(why), null);
    }
}
