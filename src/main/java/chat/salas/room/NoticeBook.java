package chat.salas.room;

import chat.salas.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Writes notices, inside the transaction of what they tell of; an account has at most a hundred, the oldest go. */
@Singleton
final class NoticeBook {
    private static final int MOST = 100;

    private final NoticeRepository rows;
    private final Ids ids;
    private final InstantSource clock;

    NoticeBook(NoticeRepository rows, Ids ids, InstantSource clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    void add(long accountId, Notices.Kind kind, Room room) {
        rows.save(new NoticeRow(ids.next(), accountId, kind, room.id(), room.name(), clock.millis()));
        rows.keep(accountId, MOST);
    }
}
