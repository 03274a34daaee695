package chat.salas.room;

/** A member to whom an orphaned room can be given. */
public record Heir(long id, String displayName, Role role) {}
