package chat.salas.room;

/** What a member is in a room; greater rules over smaller. */
public enum Role {
    MEMBER,
    ADMIN,
    OWNER;

    /** What it is called among all ways to stand to a room. */
    public Access access() {
        return switch (this) {
            case MEMBER -> Access.MEMBER;
            case ADMIN -> Access.ADMIN;
            case OWNER -> Access.OWNER;
        };
    }
}
