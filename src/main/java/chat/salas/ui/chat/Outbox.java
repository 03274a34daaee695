package chat.salas.ui.chat;

import chat.salas.kernel.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Own messages that are on the way or were not accepted; at most {@value #MOST}. */
final class Outbox {
    static final int MOST = 20;

    private final Map<UUID, Pending> pending = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param failure why it was not sent, or null while it is on the way
     */
    record Pending(
            UUID id,
            String text,
            @Nullable Long replyTo,
            Instant at,
            @Nullable Problem failure) {
        boolean failed() {
            return failure != null;
        }
    }

    /** As many messages as may wait are on the way, or were not accepted. */
    static final class Full extends Problem.Unavailable {
        Full() {
            super("Too many messages are not sent yet.");
        }
    }

    boolean isFull() {
        return pending.size() >= MOST;
    }

    /** Shows it as on the way; again after a failure keeps its place. */
    void sending(Pending message) {
        pending.put(message.id(), message);
    }

    void failed(UUID id, Problem why) {
        pending.computeIfPresent(id, (same, was) -> new Pending(id, was.text(), was.replyTo(), was.at(), why));
    }

    /** It is on disk, or was discarded. */
    Optional<Pending> remove(UUID id) {
        return Optional.ofNullable(pending.remove(id));
    }

    Optional<Pending> find(UUID id) {
        return Optional.ofNullable(pending.get(id));
    }

    Collection<Pending> all() {
        return Collections.unmodifiableCollection(pending.values());
    }
}
