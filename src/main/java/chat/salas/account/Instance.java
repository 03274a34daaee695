package chat.salas.account;

import chat.salas.database.DataFolder;
import chat.salas.kernel.Actor;
import chat.salas.live.Presence;
import io.micronaut.context.annotation.Context;
import java.io.File;
import java.time.Instant;
import java.time.InstantSource;

/** What there is to know of the running server, for its administrators. There from the start, which it remembers. */
@Context
public final class Instance {
    private final Office office;
    private final CountRepository counts;
    private final Presence presence;
    private final File folder;
    private final Instant startedAt;

    Instance(Office office, CountRepository counts, Presence presence, DataFolder folder, InstantSource clock) {
        this.office = office;
        this.counts = counts;
        this.presence = presence;
        this.folder = folder.path().toFile();
        this.startedAt = clock.instant();
    }

    /**
     * A look at the server.
     *
     * @param version empty when it was not packaged
     * @param messages that stand in all rooms
     * @param online how many accounts are connected
     * @param databaseBytes with its log
     * @param freeBytes that the data folder may still take
     */
    public record Facts(
            String version,
            String java,
            Instant startedAt,
            long people,
            long rooms,
            long messages,
            long online,
            long databaseBytes,
            long freeBytes,
            long heapBytes,
            long heapLimit) {}

    /** @throws chat.salas.kernel.Problem.Forbidden for others than administrators */
    public Facts facts(Actor actor) {
        office.require(actor);
        String version = Instance.class.getPackage().getImplementationVersion();
        Runtime runtime = Runtime.getRuntime();
        return new Facts(
                version == null ? "" : version,
                Runtime.version().toString(),
                startedAt,
                counts.people(),
                counts.rooms(),
                counts.messages(),
                presence.count(),
                size("salas.db") + size("salas.db-wal"),
                folder.getUsableSpace(),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory());
    }

    private long size(String file) {
        return new File(folder, file).length();
    }
}
