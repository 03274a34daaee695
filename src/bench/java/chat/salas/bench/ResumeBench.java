package chat.salas.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reading back from a room of 100,000 messages, from the packaged server over real sockets: the newest 50 over REST, one
 * request after the other, and coming back to a room with 10,000 messages missed, which the client does no more with than
 * count. The argument: rounds (20).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=ResumeBench</pre>
 */
public final class ResumeBench implements Bench {
    private static final int HISTORY = 100_000;
    private static final int MISSED = 10_000;
    private static final int PAGES = 3_000;
    private static final int TOGETHER = 8;

    private final int rounds;

    ResumeBench(int rounds) {
        this.rounds = rounds;
    }

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new ResumeBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20));
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            Instance one =
                    Instance.at(folder, "--users", "1", "--room-size", "1", "--messages", Integer.toString(HISTORY));
            try (ServerProcess server = one.serve()) {
                new Reading(sheet, server, one.first().token(), rounds).run();
            }
        });
    }

    private record Reading(Sheet sheet, ServerProcess server, String token, int rounds) {
    void run() throws Exception {
        page(300);
        page(PAGES);
        double cpu = server.cpuSeconds();
        Times times = page(PAGES);
        cpu = server.cpuSeconds() - cpu;
        sheet.add("newest 50 of 100,000 over REST", times, Sheet.atMost(1), Sheet.atMost(3));
        sheet.add("processor for each", cpu * 1e3 / PAGES, "ms");
        resumes("1 client", 1);
        resumes(TOGETHER + " clients", TOGETHER);
    }

    private Times page(int count) throws Exception {
        try (PlainClient client = new PlainClient(server.address(), token)) {
            return new Times().of(count, _ -> client.get("/api/rooms/r0/messages?limit=50"));
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
        Arrays.sort(rates);
        String what = "resume of 10,000 missed, " + who;
        sheet.add(what + ": messages, median", rates[rounds / 2], "/s", Sheet.atLeast(100_000));
        sheet.add(what + ": processor for 1,000 messages", cpu * 1e6 / rounds / clients / MISSED, "ms");
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
    }
}
