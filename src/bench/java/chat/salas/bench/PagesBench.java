package chat.salas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Open chat pages of one room, each of another person and with its push connection: how long one message takes to the last of
 * them, what a burst of 1,000 messages in a second costs each, whether all of them are right afterwards, and what a page weighs.
 * The server is a process of its own. Arguments: pages (500), jar.
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=PagesBench</pre>
 */
public final class PagesBench {
    private static final int SENDERS = 20;
    private static final int BURST = 1_000;
    private static final int WARM = 60;
    private static final int MEASURED = 50;
    private static final int HISTORY = 2_000;
    private static final String TEXT = "The migration ran clean on staging, **41 tables** and no lock over 200 ms";

    private final ServerProcess server;
    private final URI uri;
    private final List<String> tokens;
    private final List<String> sessions = new ArrayList<>();
    private final PushWatch watch;
    private final Swarm swarm;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<OpenPage> pages = new ArrayList<>();
    private List<Member> senders = List.of();
    private long sent = HISTORY;

    private PagesBench(ServerProcess server, ServerProcess.Demo demo) throws Exception {
        this.server = server;
        this.uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
        this.tokens = demo.tokens().subList(0, SENDERS);
        for (int i = SENDERS; i < demo.tokens().size(); i++) {
            sessions.add(signIn("{\"email\":\"u" + i + "@demo.example\",\"password\":\"" + demo.password() + "\"}"));
        }
        this.watch = new PushWatch(server.address());
        this.swarm = new Swarm(server.address());
    }

    private String signIn(String account) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri.resolve("/api/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(account))
                        .build(),
                BodyHandlers.ofString());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]")[1];
    }

    /** Runs all of it and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        Path jar = Path.of(arguments.length > 1 ? arguments[1] : "target/salas.jar");
        int people = pages + SENDERS;
        Path data = Files.createTempDirectory("salas-bench");
        try {
            System.setProperty("bench.jvm", System.getProperty("bench.jvm", "") + " -Dsalas.password.memory-kib=64");
            ServerProcess.Demo demo = ServerProcess.people(
                    jar, data, "--users", "" + people, "--room-size", "" + people, "--messages", "" + HISTORY);
            try (ServerProcess server = ServerProcess.serve(jar, data)) {
                new PagesBench(server, demo).run(pages);
            }
        } finally {
            delete(data);
        }
    }

    private void run(int wanted) throws Exception {
        senders = swarm.connect(tokens, "");
        open(Math.min(20, wanted));
        long before = server.heapBytes();
        int first = pages.size();
        double cpu = server.cpuSeconds();
        open(wanted);
        row("ms of processor to open a page", "%.1f", (server.cpuSeconds() - cpu) * 1e3 / (wanted - first));
        row("heap of a page with its push connection, bytes", "%,.0f", (server.heapBytes() - before) / (double) (wanted - first));
        for (int i = 0; i < WARM; i++) {
            one();
        }
        single();
        burst();
        burst();
        row("heap of a page after all that, bytes", "%,.0f", (server.heapBytes() - before) / (double) (wanted - first));
        check();
    }

    private void open(int wanted) throws Exception {
        while (pages.size() < wanted) {
            OpenPage page = OpenPage.of(client, uri, sessions.get(pages.size()), "r0");
            watch.open(page.upgrade());
            pages.add(page);
        }
        watch.rest(Duration.ofSeconds(1));
    }

    private void single() {
        int pushes = watch.lines().getFirst().pushes;
        long bytes = watch.lines().getFirst().bytes;
        double cpu = server.cpuSeconds();
        double[] times = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            times[i] = one();
        }
        watch.rest(Duration.ofSeconds(1));
        cpu = server.cpuSeconds() - cpu;
        Arrays.sort(times);
        row("one message to the last of %d pages, median ms", "%.1f", times[MEASURED / 2], pages.size());
        row("  worst of %d, ms", "%.1f", times[MEASURED - 1], MEASURED);
        row("  ms of processor for each message", "%.1f", cpu * 1e3 / MEASURED);
        row("  pushes to a page for each message", "%.2f", (watch.lines().getFirst().pushes - pushes) / (double) MEASURED);
        row("  characters to a page for each message", "%,.0f", (watch.lines().getFirst().bytes - bytes) / (double) MEASURED);
    }

    /** @return milliseconds until all have it */
    private double one() {
        long wanted = ++sent;
        long start = System.nanoTime();
        senders.get((int) (wanted % SENDERS)).say(message(wanted));
        watch.run(Duration.ofSeconds(30), () -> reached(wanted));
        double took = (System.nanoTime() - start) / 1e6;
        watch.rest(Duration.ofMillis(300));
        return took;
    }

    private boolean reached(long seq) {
        return watch.lines().stream().allMatch(line -> line.newest >= seq || line.closed);
    }

    private void burst() {
        int[] before = watch.lines().stream().mapToInt(line -> line.pushes).toArray();
        long bytes = watch.lines().getFirst().bytes;
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
            long due = start + i / 10 * 10 * 1_000_000_000L / BURST;
            watch.run(Duration.ofSeconds(30), () -> System.nanoTime() >= due);
            senders.get(i % SENDERS).say(message(++sent));
        }
        double took = (System.nanoTime() - start) / 1e9;
        watch.run(Duration.ofSeconds(60), () -> reached(sent));
        double done = (System.nanoTime() - start) / 1e9;
        watch.rest(Duration.ofSeconds(2));
        int most = 0;
        for (int i = 0; i < before.length; i++) {
            most = Math.max(most, watch.lines().get(i).pushes - before[i]);
        }
        row("%,d messages in a burst, sent within s", "%.2f", took, BURST);
        row("  all pages have the last after s", "%.2f", done);
        row("  most pushes to one page", "%,.0f", (double) most);
        row("  characters to one page", "%,.0f", (double) watch.lines().getFirst().bytes - bytes);
        row("  seconds of processor", "%.2f", server.cpuSeconds() - cpu);
    }

    private void check() throws Exception {
        swarm.run(Duration.ofSeconds(10), () -> senders.stream().mapToLong(Member::acks).sum() == sent - HISTORY);
        int wrong = 0;
        for (OpenPage page : pages) {
            List<Long> shown = page.shown();
            if (!right(shown) && wrong++ == 0) {
                System.out.println("wrong: " + shown + " (expected: up to " + sent + ")");
            }
        }
        row("pages that do not end with the newest messages in order", "%,.0f", (double) wrong);
        row("push connections lost", "%,.0f", (double) watch.lines().stream().filter(line -> line.closed).count());
    }

    private boolean right(List<Long> shown) {
        return shown.size() >= 50
                && shown.equals(LongStream.rangeClosed(sent - shown.size() + 1, sent).boxed().toList());
    }

    private static String message(long number) {
        return "{\"type\":\"send_message\",\"ref\":\"r\",\"room\":\"r0\",\"id\":\"" + UUID.randomUUID()
                + "\",\"text\":\"" + TEXT + " (" + number + ")\"}";
    }

    private static void row(String what, String format, double value, Object... details) {
        System.out.printf("%-70s %s%n", String.format(what, details), String.format(format, value));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
