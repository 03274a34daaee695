package chat.salas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The packaged server under load over real sockets, on a data folder of its own: memory after the start, a page of a long
 * history, durable messages a second, a room of 1,000 that hears everything, and 10,000 idle connections. The server is
 * {@code target/salas.jar}. Arguments: seconds of each measurement (10), jar. More options for the server's JVM:
 * {@code -Dbench.jvm}.
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=ServerBench</pre>
 */
public final class ServerBench {
    private static final int MEMBERS = 1_000;
    private static final int HISTORY = 100_000;
    private static final int SENDERS = 50;
    private static final int ON_THE_WAY = 20;
    private static final int IDLE = 10_000;
    private static final String TEXT = "A message of about the usual length, as people write them in chats.";

    private final ServerProcess server;
    private final List<String> tokens;
    private final Duration time;

    private ServerBench(ServerProcess server, List<String> tokens, Duration time) {
        this.server = server;
        this.tokens = tokens;
        this.time = time;
    }

    /** Runs all of it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10);
        Path jar = Path.of(arguments.length > 1 ? arguments[1] : "target/salas.jar");
        Path data = Files.createTempDirectory("salas-bench");
        try {
            long before = System.nanoTime();
            List<String> tokens = ServerProcess.demo(
                    jar, data, "--users", "" + MEMBERS, "--room-size", "" + MEMBERS, "--messages", "" + HISTORY);
            row("demo of %,d people and %,d messages", "%.1f s", seconds(before), MEMBERS, HISTORY);
            try (ServerProcess server = ServerProcess.serve(jar, data)) {
                new ServerBench(server, tokens, time).run();
            }
        } finally {
            delete(data);
        }
    }

    private void run() throws Exception {
        row("from start to ready", "%.1f s", server.startSeconds());
        Thread.sleep(3_000);
        row("resident after the start", "%.0f MB", server.residentKib() / 1024.0);
        pages();
        accepted(1);
        accepted(ON_THE_WAY);
        heard(1);
        heard(ON_THE_WAY);
        idle();
    }

    private void pages() throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest newest = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.address().getPort() + "/api/rooms/r0/messages?limit=50"))
                .header("Authorization", "Bearer " + tokens.getFirst())
                .build();
        long[] micros = new long[1_000];
        for (int i = -1_000; i < micros.length; i++) {
            long before = System.nanoTime();
            HttpResponse<String> page = client.send(newest, HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200 || !page.body().contains("\"seq\":" + HISTORY)) {
                throw new IllegalStateException(page.statusCode() + " " + page.body());
            }
            if (i >= 0) {
                micros[i] = (System.nanoTime() - before) / 1_000;
            }
        }
        Arrays.sort(micros);
        row("newest 50 of %,d over REST, p50", "%.2f ms", micros[500] / 1e3, HISTORY);
        row("newest 50 of %,d over REST, p99", "%.2f ms", micros[990] / 1e3, HISTORY);
    }

    /** Nobody listens: what 50 connections can put on disk. */
    private void accepted(int onTheWay) throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<Member> senders = swarm.connect(tokens.subList(0, SENDERS), "");
            Flow flow = new Flow(swarm, senders, onTheWay);
            flow.run(Duration.ofSeconds(2));
            double cpu = server.cpuSeconds();
            double rate = flow.run(time);
            cpu = server.cpuSeconds() - cpu;
            flow.finish();
            row("durable messages/s, %d connections, %d on the way each", "%,.0f", rate, SENDERS, onTheWay);
            row("  of one core", "%.0f %%", cpu / time.toSeconds() * 100);
            check(senders);
        }
    }

    /** Everybody listens, ten send. */
    private void heard(int onTheWay) throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<Member> all = swarm.connect(tokens, "{\"type\":\"join\",\"room\":\"r0\"}");
            List<Member> senders = all.subList(0, 10);
            Flow flow = new Flow(swarm, senders, onTheWay);
            flow.run(Duration.ofSeconds(2));
            long before = sum(all, Member::messages);
            double cpu = server.cpuSeconds();
            double rate = flow.run(time);
            cpu = server.cpuSeconds() - cpu;
            long during = sum(all, Member::messages) - before;
            long sent = flow.finish();
            swarm.run(Duration.ofSeconds(30), () -> all.stream().allMatch(m -> m.messages() >= sent || m.isClosed()));
            row("deliveries/s to %,d members, 10 senders, %d on the way each", "%,.0f", during / (double) time.toSeconds(), MEMBERS, onTheWay);
            row("  messages/s", "%,.0f", rate);
            row("  ms of processor for 1,000 deliveries", "%.2f", cpu * 1e6 / during);
            row("  lost, doubled or disconnected", "%,.0f", (double) check(all) + sent * MEMBERS - sum(all, Member::messages));
        }
    }

    private void idle() throws Exception {
        long before = server.residentKib();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < IDLE; i++) {
            many.add(tokens.get(i % tokens.size()));
        }
        try (Swarm swarm = new Swarm(server.address())) {
            long start = System.nanoTime();
            List<Member> all = swarm.connect(many, "{\"type\":\"join\",\"room\":\"r0\"}");
            row("%,d connections opened and joined", "%.1f s", seconds(start), IDLE);
            swarm.run(Duration.ofSeconds(10), after(Duration.ofSeconds(5)));
            row("  resident with them", "%.0f MB", server.residentKib() / 1024.0);
            row("  more than before, for each", "%.1f KiB", (server.residentKib() - before) / (double) IDLE);
            all.getFirst().say(message());
            start = System.nanoTime();
            swarm.run(Duration.ofSeconds(30), () -> all.stream().allMatch(m -> m.messages() == 1 || m.isClosed()));
            row("  one message to all of them", "%.0f ms", seconds(start) * 1e3);
            check(all);
        }
    }

    /** Keeps so many messages of each sender on the way. */
    private static final class Flow {
        private final Swarm swarm;
        private final List<Member> senders;
        private final int onTheWay;
        private final long[] sent;

        Flow(Swarm swarm, List<Member> senders, int onTheWay) {
            this.swarm = swarm;
            this.senders = senders;
            this.onTheWay = onTheWay;
            this.sent = new long[senders.size()];
        }

        /** Acknowledged messages a second. */
        double run(Duration time) {
            long before = sum(senders, Member::acks);
            java.util.function.BooleanSupplier over = after(time);
            swarm.run(time.plusSeconds(10), () -> {
                send();
                return over.getAsBoolean();
            });
            return (sum(senders, Member::acks) - before) / (double) time.toSeconds();
        }

        private void send() {
            for (int i = 0; i < sent.length; i++) {
                for (; sent[i] - senders.get(i).acks() < onTheWay; sent[i]++) {
                    senders.get(i).say(message());
                }
            }
        }

        /** Waits for the last answers; how many were sent in all. */
        long finish() {
            long all = Arrays.stream(sent).sum();
            swarm.run(Duration.ofSeconds(30), () -> sum(senders, Member::acks) >= all);
            return all;
        }
    }

    private static String message() {
        return "{\"type\":\"send_message\",\"ref\":\"r\",\"room\":\"r0\",\"id\":\"" + UUID.randomUUID()
                + "\",\"text\":\"" + TEXT + "\"}";
    }

    private static java.util.function.BooleanSupplier after(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() > end;
    }

    private static long sum(List<Member> members, ToLongFunction<Member> what) {
        return members.stream().mapToLong(what).sum();
    }

    private static long check(List<Member> members) {
        long faults = sum(members, Member::faults) + members.stream().filter(Member::isClosed).count();
        if (faults > 0) {
            System.out.printf("  FAULTS: %,d%n", faults);
        }
        return faults;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void row(String what, String format, double value, Object... details) {
        System.out.printf("%-70s %s%n", String.format(what, details), String.format(format, value));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
