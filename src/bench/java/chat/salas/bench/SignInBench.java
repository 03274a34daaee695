package chat.salas.bench;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many people can sign in a second, against how many passwords the machine can hash with nothing else to do; and how long
 * messages take meanwhile, in a room of 200 that hears 20 a second. Arguments: seconds of each measurement (10), jar, people
 * who sign in at the same time (8).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=SignInBench</pre>
 */
public final class SignInBench {
    private static final int MEMBERS = 200;
    private static final int MESSAGES_A_SECOND = 20;

    private SignInBench() {}

    /** Runs all of it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path jar = Path.of(arguments.length > 1 ? arguments[1] : "target/salas.jar");
        int people = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        Path data = Files.createTempDirectory("salas-bench");
        try {
            ServerProcess.Demo demo = ServerProcess.people(
                    jar, data, "--users", "" + MEMBERS, "--room-size", "" + MEMBERS, "--messages", "0");
            int cores = Runtime.getRuntime().availableProcessors();
            hashes(cores, 3);
            double bare = hashes(cores, seconds);
            row("hashes/s with nothing else to do, %d threads", "%.1f", bare, cores);
            try (ServerProcess server = ServerProcess.serve(jar, data);
                    Swarm swarm = new Swarm(server.address())) {
                List<Member> members = swarm.connect(demo.tokens(), "{\"type\":\"join\",\"room\":\"r0\"}");
                latencies(swarm, members, 3);
                row("a message to the last of 200 alone, p99", "%.0f ms", p99(latencies(swarm, members, seconds)));
                signIns(server, demo.password(), people, 3);
                double alone = signIns(server, demo.password(), people, seconds);
                row("sign-ins/s, %d at the same time, no messages", "%.1f", alone, people);
                row("  of the hashes", "%.2f", alone / bare);
                both(server, demo.password(), people, swarm, members, seconds, bare);
                row("resident", "%.0f MB", server.residentKib() / 1024.0);
            }
            row("hashes/s with nothing else to do, once more", "%.1f", hashes(cores, seconds));
        } finally {
            Bench.delete(data);
        }
    }

    @SuppressWarnings("TooManyParameters")
    private static void both(
            ServerProcess server,
            String password,
            int people,
            Swarm swarm,
            List<Member> members,
            int seconds,
            double bare)
            throws Exception {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Double> signIns = beside.submit(() -> signIns(server, password, people, seconds));
            List<Long> latencies = latencies(swarm, members, seconds);
            row("sign-ins/s with 20 messages/s to 200", "%.1f", signIns.get());
            row("  of the hashes", "%.2f", signIns.get() / bare);
            row("  a message to the last of 200 meanwhile, p99", "%.0f ms", p99(latencies));
        }
    }

    private static double hashes(int threads, int seconds) throws Exception {
        Argon2Function argon2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
        return rate(threads, seconds, (_, _) -> argon2.hash(new byte[20], new byte[16]));
    }

    private static double signIns(ServerProcess server, String password, int people, int seconds) throws Exception {
        List<PlainClient> clients = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            clients.add(new PlainClient(server.address(), ""));
        }
        double rate = rate(people, seconds, (client, _) -> signIn(clients.get(client), client, password));
        for (PlainClient client : clients) {
            client.close();
        }
        return rate;
    }

    private static void signIn(PlainClient client, int who, String password) throws IOException {
        String answer = client.post(
                "/api/login", "{\"email\":\"u" + who + "@demo.example\",\"password\":\"" + password + "\"}");
        if (!answer.contains(" 200")) {
            throw new IOException(answer);
        }
    }

    /** Something that somebody does again and again. */
    @FunctionalInterface
    private interface Deed {
        void done(int who, int time) throws Exception;
    }

    private static double rate(int threads, int seconds, Deed deed) throws Exception {
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(seconds).toNanos();
        AtomicInteger count = new AtomicInteger();
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int who = i;
            all.add(() -> {
                while (System.nanoTime() < end) {
                    deed.done(who, count.incrementAndGet());
                }
                return who;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> done : pool.invokeAll(all)) {
                done.get();
            }
        }
        return count.get() * 1e9 / (System.nanoTime() - start);
    }

    /** Nanoseconds from the moment at which each message was due to when the last member had it. */
    private static List<Long> latencies(Swarm swarm, List<Member> members, int seconds) {
        List<Long> latencies = new ArrayList<>();
        long before = members.getFirst().messages();
        long start = System.nanoTime();
        for (int i = 0; i < seconds * MESSAGES_A_SECOND; i++) {
            long due = start + i * 1_000_000_000L / MESSAGES_A_SECOND;
            swarm.run(Duration.ofSeconds(30), () -> System.nanoTime() >= due);
            members.get(i % members.size())
                    .say("{\"type\":\"send_message\",\"ref\":\"r\",\"room\":\"r0\",\"id\":\"" + UUID.randomUUID()
                            + "\",\"text\":\"A message of about the usual length, as people write them.\"}");
            long sent = before + i + 1;
            swarm.run(
                    Duration.ofSeconds(30), () -> members.stream().allMatch(m -> m.messages() >= sent));
            latencies.add(System.nanoTime() - due);
        }
        return latencies;
    }

    private static double p99(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(sorted).skip(sorted.length * 99L / 100).findFirst().orElse(0) / 1e6;
    }

    private static void row(String what, String format, double value, Object... details) {
        System.out.printf("%-70s %s%n", String.format(what, details), String.format(format, value));
    }
}
