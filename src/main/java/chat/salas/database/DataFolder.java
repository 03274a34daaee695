package chat.salas.database;

import chat.salas.kernel.StartRefused;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder of all run-time state. Open to its owner only (0700, files 0600), and held by one process at a time: each
 * server tells its own clients alone what is new, and keeps rights and keys in memory that the other might have ended.
 */
@Singleton
public final class DataFolder {
    private final Path folder;
    private final FileChannel held;

    /** @throws StartRefused when it cannot be written, or when another process holds it */
    DataFolder(@Property(name = "salas.data") String folder) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.folder);
            PrivateFile.restrict(this.folder, "rwx------");
            held = hold(secureFile(".lock"));
        } catch (IOException e) {
            throw new StartRefused("The data folder " + this.folder + " cannot be written ("
                    + e.getClass().getSimpleName() + ").");
        }
    }

    private FileChannel hold(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new StartRefused("The data folder " + folder + " is in use by another Salas.");
        }
        return channel;
    }

    @SuppressWarnings("UnusedVariable") // held until the channel closes
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Where it is, absolute. */
    public Path path() {
        return folder;
    }

    /** A file in the folder that only its owner can read; made empty where there is none. */
    Path secureFile(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            Files.createFile(file);
        }
        PrivateFile.restrict(file, "rw-------");
        return file;
    }

    @PreDestroy
    void release() throws IOException {
        held.close();
    }
}
