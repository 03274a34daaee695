package chat.salas.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server as operators run it: a process of its own on a fresh data folder. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final double startSeconds;

    private ServerProcess(Process process, int port, double startSeconds) {
        this.process = process;
        this.port = port;
        this.startSeconds = startSeconds;
    }

    /** What a command of the server prints. */
    static List<String> lines(Path jar, Path data, List<String> command) throws IOException, InterruptedException {
        Process process = start(List.of(), jar, data, 0, command);
        List<String> lines;
        try (BufferedReader out = process.inputReader()) {
            lines = out.lines().filter(line -> line.startsWith("{")).toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("salas " + command + " failed: " + process.exitValue());
        }
        return lines;
    }

    /**
     * Serves from the folder; back when it says that it is ready.
     *
     * @param options more of them for its JVM
     */
    static ServerProcess serve(Path jar, Path data, String... options) throws IOException {
        return serve(List.of(), jar, data, options);
    }

    /** @param within the command that runs Java in narrower conditions */
    static ServerProcess serve(List<String> within, Path jar, Path data, String... options) throws IOException {
        int port = freePort();
        long before = System.nanoTime();
        Process process = start(within, jar, data, port, List.of(), options);
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line == null || !line.contains("ready"); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the server did not start");
            }
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        Thread.ofVirtual().start(() -> drain(out));
        return new ServerProcess(process, port, seconds);
    }

    private static void drain(BufferedReader out) {
        try {
            out.lines().forEach(ignored -> {});
        } catch (UncheckedIOException ended) {
            // the server was stopped
        }
    }

    @SuppressWarnings("TooManyParameters")
    private static Process start(
            List<String> within, Path jar, Path data, int port, List<String> arguments, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(within);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String more = System.getProperty("bench.jvm", "");
        if (!more.isBlank()) {
            command.addAll(List.of(more.strip().split(" +")));
        }
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SALAS_DATA", data.toString());
        builder.environment().put("SALAS_PORT", Integer.toString(port));
        builder.environment().put("SALAS_SIGNIN_LIMIT", "0");
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    long pid() {
        return process.pid();
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    /** From the process's start to its line that it is ready. */
    double startSeconds() {
        return startSeconds;
    }

    /** Resident memory in KiB. */
    long residentKib() throws IOException {
        return status("VmRSS");
    }

    /** The most that it ever was, in KiB. */
    long peakKib() throws IOException {
        return status("VmHWM");
    }

    private long status(String name) throws IOException {
        String status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
        Matcher figure = Pattern.compile(name + ":\\s+(\\d+)").matcher(status);
        return figure.find() ? Long.parseLong(figure.group(1)) : -1;
    }

    /** Bytes of the heap that are reachable. */
    long heapBytes() throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process histogram = new ProcessBuilder(jcmd.toString(), "" + process.pid(), "GC.class_histogram").start();
        try (BufferedReader lines = histogram.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Seconds of processor that it has used. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(0.0);
    }

    /** Those that its living threads of a name have used; a name has 15 letters here at most. */
    double cpuSeconds(String thread) throws IOException {
        double seconds = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks) {
                if (Files.readString(task.resolve("comm")).startsWith(thread)) {
                    seconds += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]) / 1e9;
                }
            }
        }
        return seconds;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(12, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
