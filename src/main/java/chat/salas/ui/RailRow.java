package chat.salas.ui;

import chat.salas.room.Access;
import chat.salas.room.Encryption;
import chat.salas.room.Room;
import chat.salas.room.RoomView;

/**
 * One of my rooms as the rail shows it; small, because each open page holds all of them.
 *
 * @param ruled whether I am an admin or the owner
 * @param requests how many ask to be let in, if I rule it
 */
record RailRow(
        long roomId,
        String slug,
        String name,
        String icon,
        boolean owned,
        boolean ruled,
        int requests,
        long lastSeq,
        long lastRead) {

    static RailRow of(RoomView view) {
        Room room = view.room();
        return new RailRow(
                room.id(),
                room.slug(),
                room.name(),
                iconOf(room),
                view.access() == Access.OWNER,
                InviteButton.mayInvite(view),
                view.requests(),
                view.lastSeq(),
                view.lastReadSeq());
    }

    static String iconOf(Room room) {
        if (room.encryption() == Encryption.E2EE) {
            return "shield";
        }
        return room.listed() ? "hash" : "lock";
    }

    long unread() {
        return Math.max(0, lastSeq - lastRead);
    }

    /** Neither number moves backwards. */
    RailRow with(RailNews.Moved moved) {
        return new RailRow(
                roomId,
                slug,
                name,
                icon,
                owned,
                ruled,
                requests,
                Math.max(lastSeq, moved.posted()),
                Math.max(lastRead, moved.read()));
    }
}
