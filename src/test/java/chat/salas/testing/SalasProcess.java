package chat.salas.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged jar as a process of its own, with all it writes under one folder: {@code data/}, {@code tmp/}, {@code out} and
 * {@code err}. For {@code *IT} tests, which run after packaging.
 */
public final class SalasProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("target", "salas.jar").toAbsolutePath();
    private static final String READY = "Salas is ready at ";

    private final Path folder;
    private final Process process;

    private SalasProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Starts it on a random port, without limits on sign-ins, and waits until it is ready. */
    public static SalasProcess serve(Path folder) throws IOException, InterruptedException {
        return serve(folder, JAR);
    }

    /** The same from another jar. */
    public static SalasProcess serve(Path folder, Path jar) throws IOException, InterruptedException {
        SalasProcess salas = run(folder, jar, Map.of("SALAS_SIGNIN_LIMIT", "0"));
        long end = System.nanoTime() + START.toNanos();
        while (!salas.out().contains("\n")) {
            if (!salas.process.isAlive() || System.nanoTime() > end) {
                salas.close();
                throw new AssertionError("not ready: " + salas.out() + salas.err());
            }
            Thread.sleep(20);
        }
        return salas;
    }

    /** Starts it with these settings and arguments, and does not wait. */
    public static SalasProcess run(Path folder, Map<String, String> settings, String... arguments) throws IOException {
        return run(folder, JAR, settings, arguments);
    }

    private static SalasProcess run(Path folder, Path jar, Map<String, String> settings, String... arguments)
            throws IOException {
        Path tmp = Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + tmp,
                "-Xmx512m",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SALAS_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("SALAS_PORT", "0");
        builder.environment().putAll(settings);
        return new SalasProcess(folder, builder.start());
    }

    /** Where it listens, as its ready line says. */
    public URI uri() {
        return URI.create(out().strip().substring(READY.length()));
    }

    /** What the system knows of the process, such as {@code maps}. */
    public String proc(String file) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** What it wrote to stdout so far. */
    public String out() {
        return read("out");
    }

    /** What it wrote to stderr so far. */
    public String err() {
        return read("err");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }

    /** Its exit code, once it has ended by itself. */
    public int await(Duration most) throws InterruptedException {
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + most + ": " + out() + err());
        }
        return process.exitValue();
    }

    /** SIGTERM, as service managers send it. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL: no time for last words. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
