package chat.salas.room;

import jakarta.inject.Singleton;

/** Up to where each member has read. Kept in memory for a moment and written in batches; never moves backwards. */
@Singleton
public final class ReadMarks {
    /** Publishes {@link RoomEvents.ReadMoved} when it moved. A seq beyond the newest message is cut to it. */
    public void read(Membership membership, long seq) {
        throw new UnsupportedOperationException();
    }

    /** The member's mark, 0 before the first. */
    public long lastRead(Membership membership) {
        throw new UnsupportedOperationException();
    }
}
