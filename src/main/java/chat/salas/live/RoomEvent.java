package chat.salas.live;

/** Something that everybody who is in a room should hear. Immutable: one object is shared by all who hear it. */
public interface RoomEvent {
    long roomId();
}
