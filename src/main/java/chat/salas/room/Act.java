package chat.salas.room;

/** What somebody may want to do with a room; {@link RoomPolicy} knows who may. */
public enum Act {
    /** Look at its card: name, topic, number of members. */
    SEE,
    /** Be inside: history, members, live stream, read mark. */
    ENTER,
    /** Say something that the server can read. */
    WRITE_TEXT,
    /** Say something sealed. */
    WRITE_SEALED,
    /** Search its history on the server. */
    SEARCH,
    /** Give an own message other words. */
    EDIT_OWN,
    /** Give somebody else's message other words. */
    EDIT_OTHERS,
    /** Erase an own message. */
    ERASE_OWN,
    /** Erase somebody else's message. */
    ERASE_OTHERS,
    /** Put a reaction on a message, or take it back. */
    REACT,
    /** Let the others know that one types. */
    TYPE,
    /** Invite, configure, clear the history, decide requests, lift bans, read the audit. */
    ADMINISTER,
    /** Change roles, hand over, delete the room. */
    OWN,
    /** Stop being a member. */
    LEAVE,
    /** Become a member by an invite that is at hand. */
    ACCEPT_INVITE,
    /** Ask to become a member. */
    REQUEST_ACCESS,
    /** Put a plain member out, ban or mute. */
    RULE_MEMBER,
    /** Put an admin out, ban or mute. */
    RULE_ADMIN,
    /** Put the owner out, ban or mute. */
    RULE_OWNER;

    /** Editing a message that is the actor's own, or is not. */
    public static Act editing(boolean own) {
        return own ? EDIT_OWN : EDIT_OTHERS;
    }

    /** Erasing a message that is the actor's own, or is not. */
    public static Act erasing(boolean own) {
        return own ? ERASE_OWN : ERASE_OTHERS;
    }

    /** Putting out, banning or muting somebody of this role. */
    public static Act ruling(Role role) {
        return switch (role) {
            case MEMBER -> RULE_MEMBER;
            case ADMIN -> RULE_ADMIN;
            case OWNER -> RULE_OWNER;
        };
    }
}
