package chat.salas.ops;

import chat.salas.kernel.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server that learns: a process of its own on a new folder, in which Java records what it loads, links and runs often, and
 * writes that down when it ends. It has nothing of the operator's settings or data.
 */
final class Training {
    /** A start and the writing of the cache are processor work of ten seconds or so; a slow machine gets its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** What SIGTERM ends with. */
    private static final int ENDED = 143;

    /**
     * A third of the calls that a real server asks for, and Java's own reckoning for the rest, so that what a message needs is
     * optimised within the training; a real one then knows what will be worth it and how. What only a start needs does not become
     * hot enough for that.
     */
    private static final List<String> SOONER = List.of(
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=1800",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=120000",
            "-XX:Tier2InvokeNotifyFreqLog=11");

    private static final String READY = "Salas is ready at ";

    private final Path jar;
    private final Path cache;

    private Training(Path jar, Path cache) {
        this.jar = jar;
        this.cache = cache;
    }

    static Training of(Path jar, Path cache) {
        return new Training(jar, cache);
    }

    /** What visitors do to the server meanwhile. */
    @FunctionalInterface
    interface Visit {
        void to(URI server) throws IOException, InterruptedException;
    }

    /** @throws StartRefused when the server did not start, answer or end as it should, or left no cache */
    void run(Visit visit) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("salas-train");
        try {
            // what only the first start of all needs, such as Flyway, is not to be in the cache
            serve(folder, "-XX:AOTMode=off", server -> {});
            serve(folder, "-XX:AOTCacheOutput=" + cache, visit);
            if (!Files.exists(cache)) {
                throw failed("left no cache", folder);
            }
        } finally {
            delete(folder);
        }
    }

    private void serve(Path folder, String option, Visit visit) throws IOException, InterruptedException {
        Process server = start(folder, option);
        try {
            visit.to(address(server, folder));
            server.destroy();
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || server.exitValue() != ENDED) {
                throw failed("did not end as it should", folder);
            }
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private Process start(Path folder, String option) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(option);
        command.addAll(SOONER);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(Training::isSetting);
        builder.environment().put("SALAS_DATA", folder.resolve("data").toString());
        builder.environment().put("SALAS_PORT", "0");
        builder.environment().put("SALAS_SIGNIN_LIMIT", "0");
        return builder.start();
    }

    private static boolean isSetting(String name) {
        return name.startsWith("SALAS_")
                || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
                        .contains(name);
    }

    private static URI address(Process server, Path folder) throws IOException {
        // the only line there is
        String line = server.inputReader().readLine();
        if (line == null || !line.startsWith(READY)) {
            throw failed("did not start", folder);
        }
        return URI.create(line.substring(READY.length()));
    }

    private static StartRefused failed(String what, Path folder) throws IOException {
        return new StartRefused(
                "The server in training " + what + ", so there is no new cache; Salas runs without one too. "
                        + "It said: " + Files.readString(folder.resolve("err")).strip());
    }

    /** Running servers keep the cache that they have. */
    static void replace(Path fresh, Path cache) throws IOException {
        Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
