package chat.salas.room;

/**
 * How somebody stands to a room: all that {@link RoomPolicy} decides from.
 *
 * @param listed whether those outside may know that the room is there
 */
public record Standing(Access access, boolean listed, Encryption encryption) {
    /** How everybody stands to a room that is not there, which is how a stranger stands to an unlisted one. */
    static final Standing NOWHERE = new Standing(Access.NONE, false, Encryption.AT_REST);

    static Standing of(Access access, Room room) {
        return new Standing(access, room.listed(), room.encryption());
    }
}
