package chat.salas.room;

/** What a member is in a room; greater rules over smaller. */
public enum Role {
    MEMBER,
    ADMIN,
    OWNER
}
