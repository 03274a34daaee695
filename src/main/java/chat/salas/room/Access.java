package chat.salas.room;

/** How an account stands to a room, as API.md names it. */
public enum Access {
    OWNER,
    ADMIN,
    MEMBER,
    INVITED,
    REQUESTED,
    BANNED,
    NONE;

    /** Whether this is a member of any role. */
    public boolean isMember() {
        return this == OWNER || this == ADMIN || this == MEMBER;
    }
}
