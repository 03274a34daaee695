package chat.salas.room;

/** How a room's messages are kept from others; fixed when the room is made. */
public enum Encryption {
    /** Encrypted on disk under the room's key; the server can read. */
    AT_REST,
    /** Sealed in the browser; the server can read nothing. */
    E2EE
}
