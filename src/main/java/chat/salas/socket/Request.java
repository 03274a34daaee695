package chat.salas.socket;

import chat.salas.kernel.Problem;
import chat.salas.web.DraftJson;
import org.jspecify.annotations.Nullable;

/** What a client says, read and checked for its shape; {@code ref} is the client's own and is repeated in the answer. */
sealed interface Request {
    @Nullable
    String ref();

    record Join(@Nullable String ref, String room, @Nullable Long after) implements Request {
        /** The same, going on after {@code last} unless the client said something else. */
        Join orAfter(long last) {
            return after == null ? new Join(ref, room, last) : this;
        }
    }

    record Leave(@Nullable String ref, String room) implements Request {}

    record Send(@Nullable String ref, String room, DraftJson draft) implements Request {}

    record Typing(@Nullable String ref, String room) implements Request {}

    record Read(@Nullable String ref, String room, long seq) implements Request {}

    record Ping(@Nullable String ref) implements Request {}

    /** What cannot be understood: refused with 400, and counted. */
    record Unreadable(@Nullable String ref, Problem problem) implements Request {}
}
