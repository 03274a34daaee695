package chat.salas.room;

import chat.salas.kernel.Actor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody must hear of who was perhaps not there when it happened; told once. */
@Singleton
public final class Notices {
    private final NoticeRepository rows;
    private final Store store;

    Notices(NoticeRepository rows, Store store) {
        this.rows = rows;
        this.store = store;
    }

    /** What happened. */
    public enum Kind {
        /** A request for access was granted. */
        APPROVED,
        /** A request for access was turned down. */
        DENIED
    }

    /**
     * One thing to tell.
     *
     * @param roomName as the room was called at that time
     * @param slug where the room is now; null for who is no member (any more)
     */
    public record Notice(
            Kind kind, String roomName, @Nullable String slug, Instant at) {}

    /** Those that wait for the actor, the oldest first; whoever takes them tells them, as they are told once. At most 100. */
    public List<Notice> take(Actor me) {
        return rows.existsByAccountId(me.id()) ? store.write(() -> takeAll(me.id())) : List.of();
    }

    private List<Notice> takeAll(long accountId) {
        List<NoticeRepository.Waiting> waiting = rows.of(accountId);
        if (!waiting.isEmpty()) {
            rows.forget(accountId, waiting.getLast().id());
        }
        return waiting.stream().map(Notices::notice).toList();
    }

    private static Notice notice(NoticeRepository.Waiting row) {
        return new Notice(row.kind(), row.roomName(), row.slug(), Instant.ofEpochMilli(row.createdAt()));
    }
}
