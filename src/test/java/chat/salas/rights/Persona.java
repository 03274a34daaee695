package chat.salas.rights;

import java.util.Locale;

/** How somebody may stand to a room; in the order of the table's columns. */
enum Persona {
    ANONYMOUS,
    STRANGER,
    REQUESTER,
    INVITED,
    MEMBER,
    MUTED,
    ADMIN,
    OWNER,
    BANNED,
    REMOVED,
    ADMINISTRATOR;

    String email() {
        return name().toLowerCase(Locale.ROOT) + "@example.org";
    }

    boolean isInside() {
        return this == MEMBER || this == MUTED || this == ADMIN || this == OWNER;
    }

    /** Has an account, but no place in the room. */
    boolean isOutside() {
        return this != ANONYMOUS && !isInside();
    }
}
