package chat.salas.ui.chat;

/** Why one is not in a room any more. */
enum Farewell {
    /** Left it, elsewhere. */
    LEFT("chat.left"),
    REMOVED("chat.removed"),
    BANNED("chat.banned"),
    /** The room itself is gone. */
    DELETED("chat.roomDeleted");

    private final String key;

    Farewell(String key) {
        this.key = key;
    }

    /** What to say, as a key of the translations. */
    String key() {
        return key;
    }
}
