package chat.salas.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, newest first.
 *
 * @param hasMore whether there is more, or may be: a search ends after so many messages that were looked at in vain
 * @param next where to go on ({@code before}) when there is more
 */
public record SearchPage(
        List<Message> messages, boolean hasMore, @Nullable Long next) {
    static final SearchPage NOTHING = new SearchPage(List.of(), false, null);
}
