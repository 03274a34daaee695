package chat.salas.room;

import java.time.Instant;

/** One row of a room's member list. */
public record Member(long accountId, String displayName, Role role, Instant joinedAt, boolean online) {}
