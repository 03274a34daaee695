package chat.salas.room;

/**
 * A room as one account sees it.
 *
 * @param members how many there are
 * @param lastSeq the newest message's number, 0 for none (and for those who are no members)
 * @param lastReadSeq up to where this account has read
 */
public record RoomView(Room room, Access access, int members, long lastSeq, long lastReadSeq) {
    /** Messages that this account has not read. */
    public long unread() {
        return Math.max(0, lastSeq - lastReadSeq);
    }
}
