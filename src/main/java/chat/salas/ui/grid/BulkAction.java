package chat.salas.ui.grid;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that can be done to the selected rows.
 *
 * @param words its name, already in the page's language
 * @param icon one of {@code icons.css}
 * @param key as in {@code KeyboardEvent.key}, lower case, such as {@code a} or {@code delete}; empty for none
 * @param grave cannot be taken back
 */
public record BulkAction<T>(String words, String icon, String key, boolean grave, Consumer<Set<T>> act) {}
