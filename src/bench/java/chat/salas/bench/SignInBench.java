package chat.salas.bench;

import chat.salas.vault.Argon2id;
import java.io.IOException;
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
import java.util.stream.Stream;

/**
 * How many people can sign in a second, against how many passwords the machine can hash with nothing else to do; and how long
 * messages take meanwhile, in a room of 200 that hears 20 a second; these need processor too, whoever hashes beside. Taken in
 * turns, as machines have better and worse minutes. The argument: seconds of each measurement (6).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=SignInBench</pre>
 */
public final class SignInBench implements Bench {
    private static final int MEMBERS = 200;
    private static final int PEOPLE = 8;
    private static final int MESSAGES_A_SECOND = 20;
    private static final int ROUNDS = 3;
    private static final int WARM_SECONDS = 30;

    private final int seconds;

    SignInBench(int seconds) {
        this.seconds = seconds;
    }

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new SignInBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6));
    }

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            Instance people = Instance.at(
                    folder, "--users", "" + MEMBERS, "--room-size", "" + MEMBERS, "--messages", "0");
            String password = people.first().password();
            try (ServerProcess server = people.serve();
                    ExecutorService beside = Executors.newSingleThreadExecutor()) {
                latencies(server, people, 3);
                signIns(server, password, WARM_SECONDS);
                hashes(WARM_SECONDS);
                double bare = 0;
                double alone = 0;
                double crowded = 0;
                double bareCrowded = 0;
                List<Long> quiet = new ArrayList<>();
                List<Long> meanwhile = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    bare += hashes(seconds) / ROUNDS;
                    alone += signIns(server, password, seconds) / ROUNDS;
                    quiet.addAll(latencies(server, people, seconds));
                    Future<Double> signIns = beside.submit(() -> signIns(server, password, seconds));
                    meanwhile.addAll(latencies(server, people, seconds));
                    crowded += signIns.get() / ROUNDS;
                    Future<Double> hashes = beside.submit(() -> hashes(seconds));
                    latencies(server, people, seconds);
                    bareCrowded += hashes.get() / ROUNDS;
                }
                sheet.add("hashes with nothing else to do, a thread a core", bare, "/s");
                sheet.add("sign-ins, 8 at the same time", alone, "/s");
                sheet.add("part of the hashes", alone / bare, "", Sheet.atLeast(0.9));
                sheet.add("part of the hashes with 20 messages/s to 200", crowded / bare, "", Sheet.atLeast(0.9));
                sheet.add("part of the hashes, both with 20 messages/s to 200", crowded / bareCrowded, "", Sheet.atLeast(0.9));
                sheet.add("a message to the last of 200, p99", p99(quiet), "ms");
                sheet.add("a message to the last of 200 meanwhile, p99", p99(meanwhile), "ms", Sheet.atMost(250));
            }
        });
    }

    private static double hashes(int seconds) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        Argon2id.Cost cost = new Argon2id.Cost(19_456, 2, 1);
        List<Argon2id> each = Stream.generate(() -> new Argon2id(cost.memoryKib())).limit(threads).toList();
        return rate(threads, seconds, (thread, _) -> each.get(thread).hash(new byte[20], new byte[16], cost, 32));
    }

    private static double signIns(ServerProcess server, String password, int seconds) throws Exception {
        List<PlainClient> clients = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            clients.add(new PlainClient(server.address(), ""));
        }
        double rate = rate(PEOPLE, seconds, (client, time) -> signIn(clients.get(client), time % MEMBERS, password));
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
    private static List<Long> latencies(ServerProcess server, Instance people, int seconds) throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<Member> members = swarm.connect(people.tokens(), "{\"type\":\"join\",\"room\":\"r0\"}");
            return latencies(swarm, members, seconds);
        }
    }

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
}
