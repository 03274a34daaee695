package chat.salas.rest;

import chat.salas.kernel.Problem;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Ids in paths. What is no id belongs to nothing: 404, not 400. */
final class PathId {
    private static final int LONGEST = 19;

    private PathId() {}

    /** @throws Problem.NotFound when it cannot be the id of anything */
    static long of(String text) {
        return find(text).orElseThrow(() -> new Problem.NotFound("There is nothing with this id"));
    }

    /** As an id; nothing when it cannot be the id of anything. */
    static OptionalLong find(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST || !isDigits(text)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
