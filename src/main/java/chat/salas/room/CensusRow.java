package chat.salas.room;

import java.time.Instant;

/**
 * A room as administrators of the instance see it: from outside.
 *
 * @param messages that stand in it, tombstones not counted
 * @param bytes that they take on disk
 * @param owner the name of whom it belongs to; empty when there is nobody
 * @param orphaned whether its owner cannot sign in any more, so that nobody rules it
 */
public record CensusRow(
        long id,
        String name,
        boolean listed,
        Encryption encryption,
        int members,
        long messages,
        long bytes,
        String owner,
        boolean orphaned,
        Instant createdAt) {}
