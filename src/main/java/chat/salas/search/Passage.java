package chat.salas.search;

import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param text null when nothing, or nothing any more
 * @param mark of the change that made it say so, see {@code search_todo}
 */
public record Passage(long seq, @Nullable String text, int mark) {
    /** The mark of a message whose content was erased. */
    public static final int ERASED = Integer.MAX_VALUE;
}
