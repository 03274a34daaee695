package chat.salas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A machine of one processor and so much memory, inside this one: a control group that holds the server to its memory, where we
 * may make one, otherwise only what Java is told about it.
 */
final class SmallMachine implements AutoCloseable {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final String OURS = "salas-bench";
    private static final String ENTER = "[ -z \"$0\" ] || echo $$ > \"$0\"; exec taskset -c 0 \"$@\"";

    private final int megabytes;
    private final Optional<Path> group;

    private SmallMachine(int megabytes, Optional<Path> group) {
        this.megabytes = megabytes;
        this.group = group;
    }

    /** With version 1 of control groups, or with version 2. */
    static SmallMachine of(int megabytes) {
        return new SmallMachine(
                megabytes,
                made(GROUPS.resolve("memory"), "memory.limit_in_bytes", megabytes)
                        .or(() -> made(GROUPS, "memory.max", megabytes)));
    }

    private static Optional<Path> made(Path parent, String limit, int megabytes) {
        if (!Files.exists(parent.resolve("cgroup.procs"))) {
            return Optional.empty();
        }
        Path group = parent.resolve(OURS);
        try {
            Files.createDirectories(group);
            Files.writeString(group.resolve(limit), Long.toString((long) megabytes << 20), StandardOpenOption.WRITE);
            return Optional.of(group);
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    /** Whether the system sees to the memory. */
    boolean isEnforced() {
        return group.isPresent();
    }

    /** The packaged server, in there. */
    ServerProcess serve(Path data) throws IOException {
        String door = group.map(made -> made.resolve("cgroup.procs").toString()).orElse("");
        String[] told = isEnforced() ? new String[0] : new String[] {"-XX:MaxRAM=" + megabytes + "m"};
        return ServerProcess.serve(List.of("sh", "-c", ENTER, door), Bench.jar(), data, told);
    }

    @Override
    public void close() throws IOException {
        if (group.isPresent()) {
            Files.deleteIfExists(group.get());
        }
    }
}
