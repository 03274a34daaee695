package chat.salas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reading back from a room of 100,000 messages, from the packaged server over real sockets: the newest 50 over REST, one
 * request after the other, and coming back to a room with 10,000 messages missed, which the client does no more with than
 * count. Arguments: rounds (20), jar, folder of the data (a fresh one, thrown away; a given one is filled once and kept).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=ResumeBench</pre>
 */
public final class ResumeBench {
    private static final int HISTORY = 100_000;
    private static final int MISSED = 10_000;
    private static final int PAGES = 3_000;
    private static final int TOGETHER = 8;

    private final ServerProcess server;
    private final String token;
    private final int rounds;

    private ResumeBench(ServerProcess server, String token, int rounds) {
        this.server = server;
        this.token = token;
        this.rounds = rounds;
    }

    /** Runs all of it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Path jar = Path.of(arguments.length > 1 ? arguments[1] : "target/salas.jar");
        boolean kept = arguments.length > 2;
        Path data = kept ? Path.of(arguments[2]) : Files.createTempDirectory("salas-bench");
        try {
            String token = token(jar, data);
            try (ServerProcess server = ServerProcess.serve(jar, data)) {
                new ResumeBench(server, token, rounds).run();
            }
        } finally {
            if (!kept) {
                Bench.delete(data);
            }
        }
    }

    private static String token(Path jar, Path data) throws IOException, InterruptedException {
        Path file = data.resolve("bench-token");
        if (Files.notExists(file)) {
            List<String> tokens = ServerProcess.demo(
                    jar, data, "--users", "1", "--room-size", "1", "--messages", Integer.toString(HISTORY));
            Files.writeString(file, tokens.getFirst());
        }
        return Files.readString(file);
    }

    private void run() throws Exception {
        pages("cold", 300);
        pages("", PAGES);
        pages("again", PAGES);
        resumes("1 client", 1);
        resumes("1 client, again", 1);
        resumes(TOGETHER + " clients", TOGETHER);
        row("resident", "%.0f MB", server.residentKib() / 1024.0);
    }

    private void pages(String which, int count) throws Exception {
        long[] micros = new long[count];
        try (PlainClient client = new PlainClient(server.address(), token)) {
            double cpu = server.cpuSeconds();
            for (int i = 0; i < count; i++) {
                long before = System.nanoTime();
                client.get("/api/rooms/r0/messages?limit=50");
                micros[i] = (System.nanoTime() - before) / 1_000;
            }
            cpu = server.cpuSeconds() - cpu;
            Arrays.sort(micros);
            row("newest 50 of %,d over REST %s, p50", "%.2f ms", micros[count / 2] / 1e3, HISTORY, which);
            row("  p99", "%.2f ms", micros[count * 99 / 100] / 1e3);
            row("  processor for each", "%.3f ms", cpu * 1e3 / count);
        }
    }

    private void resumes(String who, int clients) throws Exception {
        double[] rates = new double[rounds];
        double cpu = server.cpuSeconds();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int round = 0; round < rounds; round++) {
                long before = System.nanoTime();
                Callable<Long> one = this::resume;
                long nanos = 0;
                for (Future<Long> done : threads.invokeAll(java.util.Collections.nCopies(clients, one))) {
                    nanos = Math.max(nanos, done.get());
                }
                rates[round] = clients * MISSED * 1e9 / (clients == 1 ? nanos : System.nanoTime() - before);
            }
        }
        cpu = server.cpuSeconds() - cpu;
        double first = rates[0];
        Arrays.sort(rates);
        row("resume of %,d missed, %s: messages/s, median", "%,.0f", rates[rounds / 2], MISSED, who);
        row("  the first, the best", "%,.0f, %,.0f", first, rates[rounds - 1]);
        row("  processor for each message", "%.1f us", cpu * 1e6 / rounds / clients / MISSED);
    }

    /** Nanoseconds from the join to the last message. */
    private long resume() throws IOException {
        try (PlainClient client = new PlainClient(server.address(), token)) {
            client.upgrade();
            long before = System.nanoTime();
            client.say("{\"type\":\"join\",\"ref\":\"1\",\"room\":\"r0\",\"after\":" + (HISTORY - MISSED) + "}");
            client.frames(1 + MISSED);
            return System.nanoTime() - before;
        }
    }

    private static void row(String what, String format, double value, Object... details) {
        System.out.printf("%-70s %s%n", String.format(what, details), String.format(format, value));
    }

    private static void row(String what, String format, double one, double other) {
        System.out.printf("%-70s %s%n", what, String.format(format, one, other));
    }
}
