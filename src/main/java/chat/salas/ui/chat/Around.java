package chat.salas.ui.chat;

import chat.salas.room.RoomView;

/** What lies outside of the log and the composer of a {@link Talk}. */
interface Around {
    void membersChanged();

    /** Who of the members is online. */
    void presenceChanged();

    /** The room's settings changed, or what the viewer may do in it. */
    void roomChanged(RoomView room);

    /** The viewer is in the room no more. */
    void leave(Farewell why);

    /** Esc in the log. */
    void escape();

    /** The key for searching, pressed at a message, or at none (0). */
    void search(long fromSeq);
}
