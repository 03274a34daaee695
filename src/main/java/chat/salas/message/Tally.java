package chat.salas.message;

/** How many messages with content, and how many bytes that takes on disk. */
record Tally(long messages, long bytes) {
    static final Tally NOTHING = new Tally(0, 0);

    Tally and(Tally other) {
        return new Tally(messages + other.messages, bytes + other.bytes);
    }
}
