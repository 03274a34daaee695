package chat.salas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open chat pages of one room, each of another person and with its push connection: how long one message takes to the last of
 * them, what a burst of 1,000 messages in a second costs each, whether all of them are right afterwards, and what a page weighs.
 * The server is a process of its own. The argument: pages (500).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=PagesBench</pre>
 */
public final class PagesBench implements Bench {
    private static final int SENDERS = 20;
    private static final int HISTORY = 2_000;

    private final int wanted;

    PagesBench(int wanted) {
        this.wanted = wanted;
    }

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new PagesBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500));
    }

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            String people = Integer.toString(wanted + SENDERS);
            Instance instance =
                    Instance.at(folder, "--users", people, "--room-size", people, "--messages", Integer.toString(HISTORY));
            try (ServerProcess server = instance.serve()) {
                new Readers(server, instance, sheet).run(wanted);
            }
        });
    }

    /** Those who have the room open. */
    private static final class Readers {
    private static final int BURST = 1_000;
    private static final int WARM = 60;
    private static final int MEASURED = 50;
    private static final String TEXT = "The migration ran clean on staging, **41 tables** and no lock over 200 ms";

    private final ServerProcess server;
    private final Sheet sheet;
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

    Readers(ServerProcess server, Instance instance, Sheet sheet) throws Exception {
        this.server = server;
        this.sheet = sheet;
        this.uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/");
        this.tokens = instance.tokens().subList(0, SENDERS);
        for (int i = SENDERS; i < instance.people().size(); i++) {
            sessions.add(signIn("{\"email\":\"u" + i + "@demo.example\",\"password\":\"" + instance.first().password() + "\"}"));
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

    void run(int wanted) throws Exception {
        senders = swarm.connect(tokens, "");
        open(Math.min(20, wanted));
        long before = server.heapBytes();
        int first = pages.size();
        double cpu = server.cpuSeconds();
        open(wanted);
        sheet.add("processor to open a page", (server.cpuSeconds() - cpu) * 1e3 / (wanted - first), "ms");
        sheet.add("heap of an open page", (server.heapBytes() - before) / (double) (wanted - first) / 1_024, "KiB", Sheet.atMost(60));
        for (int i = 0; i < WARM; i++) {
            one();
        }
        single();
        burst();
        burst();
        // the server's own caches of messages are in it
        sheet.add("heap after all that, for each page", (server.heapBytes() - before) / (double) (wanted - first) / 1_024, "KiB");
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
        sheet.add("one message to the last page, median", times[MEASURED / 2], "ms", Sheet.atMost(100));
        sheet.add("one message to the last page, worst of 50", times[MEASURED - 1], "ms");
        sheet.add("processor for each message", cpu * 1e3 / MEASURED, "ms");
        sheet.add("pushes to a page for each message", (watch.lines().getFirst().pushes - pushes) / (double) MEASURED, "");
        sheet.add("characters to a page for each message", (watch.lines().getFirst().bytes - bytes) / (double) MEASURED, "");
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
        sheet.add("burst of 1,000 messages sent within", took, "s");
        sheet.add("burst: all pages have the last after", done, "s");
        sheet.add("burst: most pushes to one page", most, "", Sheet.atMost(20));
        sheet.add("burst: characters to one page", (double) watch.lines().getFirst().bytes - bytes, "");
        sheet.add("burst: processor", server.cpuSeconds() - cpu, "s");
    }

    private void check() throws Exception {
        swarm.run(Duration.ofSeconds(10), () -> senders.stream().mapToLong(Member::acks).sum() == sent - HISTORY);
        List<String> said = said();
        int wrong = 0;
        for (int i = 0; i < pages.size(); i++) {
            PageLog log = log(i);
            if (!right(log, said) && wrong++ == 0) {
                System.out.println("wrong: " + log.seqs() + " " + log.texts() + " (expected: up to " + sent + " " + said + ")");
            }
        }
        sheet.add("pages that do not show the newest messages in order", wrong, "", Sheet.atMost(0));
        sheet.add("push connections lost", watch.lines().stream().filter(line -> line.closed).count(), "", Sheet.atMost(0));
    }

    /** Read from what the page was sent, and from nothing else. */
    private PageLog log(int page) {
        PageLog log = new PageLog();
        log.take(pages.get(page).shown());
        watch.lines().get(page).pushed().forEach(log::take);
        return log;
    }

    /** The room's newest messages, as plain as they were sent. */
    private List<String> said() throws IOException, InterruptedException {
        String answer = client.send(
                        HttpRequest.newBuilder(uri.resolve("/api/rooms/r0/messages?limit=50"))
                                .header("Authorization", "Bearer " + tokens.getFirst())
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return new JsonMapper().readTree(answer).get("messages").valueStream()
                .map(message -> message.get("text").asString().replace("*", ""))
                .toList();
    }

    private boolean right(PageLog log, List<String> said) {
        List<Long> shown = log.seqs();
        List<String> texts = log.texts();
        return shown.size() >= 50
                && shown.equals(LongStream.rangeClosed(sent - shown.size() + 1, sent).boxed().toList())
                && said.equals(texts.subList(texts.size() - said.size(), texts.size()));
    }

    private static String message(long number) {
        return "{\"type\":\"send_message\",\"ref\":\"r\",\"room\":\"r0\",\"id\":\"" + UUID.randomUUID()
                + "\",\"text\":\"" + TEXT + " (" + number + ")\"}";
    }
    }
}
