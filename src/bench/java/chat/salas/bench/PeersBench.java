package chat.salas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salas beside other servers under one load generator: the property {@code bench.peers} names the folder that has it, with
 * {@code run-peer.sh PEER WORKLOAD}, which prints one JSON line. P4j is bare Netty without storage, P2 is ejabberd. Without such
 * a folder there is nothing to compare with, and no line in the table.
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=PeersBench -Dbench.peers=FOLDER</pre>
 */
public final class PeersBench implements Bench {
    private static final Pattern MOST = Pattern.compile("\"max\":\\{[^}]*\"delivered_per_s\":([\\d.]+)");
    private static final Pattern LIGHT = Pattern.compile("\"ref\":\\{[^}]*\"cpu_s_per_1k\":([\\d.]+)");
    private static final Path CONFIG = Path.of("src/bench/resources/json-ws.properties");
    private static final List<Work> WORKS = List.of(
            new Work("W1, 200 members", "W1", 200, 200, 0.5),
            new Work("W1, 1,000 members", "W1", 1_000, 1_000, 0.4),
            new Work("W2, 100 rooms of 10", "W2", 1_000, 10, 0.4));

    /** @param part of bare Netty's deliveries that is promised */
    private record Work(String what, String workload, int users, int perRoom, double part) {
        List<String> options() {
            return workload.equals("W1") ? List.of("--members", "" + users) : List.of();
        }
    }

    /** The threads that a message passes between two sockets. */
    private static final List<String> SENDING = List.of("default-nioEven", "ForkJoinPool-1-", "journal", "herald");

    /** A slow moment of the machine may leave a server without any rate that is quick enough. */
    private static final int ATTEMPTS = 3;

    /**
     * What one server did.
     *
     * @param most deliveries a second
     * @param light seconds of processor for 1,000 of them when little is said
     */
    private record Outcome(double most, double light) {}

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new PeersBench());
    }

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        String folder = System.getProperty("bench.peers", "");
        if (folder.isEmpty()) {
            return;
        }
        Path script = Path.of(folder).toAbsolutePath().resolve("run-peer.sh");
        for (Work work : WORKS) {
            Outcome netty = peer(script, "P4j", work, Map.of());
            Outcome ours = ours(script, work, sheet);
            Outcome ejabberd = peer(script, "P2", work, Map.of());
            sheet.add(work.what() + ": deliveries, Salas", ours.most(), "/s");
            sheet.add(work.what() + ": deliveries, bare Netty", netty.most(), "/s");
            sheet.add(work.what() + ": deliveries, ejabberd", ejabberd.most(), "/s");
            sheet.add(work.what() + ": part of bare Netty's", ours.most() / netty.most(), "", Sheet.atLeast(work.part()));
            sheet.add(work.what() + ": times ejabberd's", ours.most() / ejabberd.most(), "");
            sheet.add(
                    work.what() + ": processor at 2,000 deliveries/s, times bare Netty's",
                    ours.light() / netty.light(),
                    "",
                    Sheet.atMost(1.5));
        }
    }

    private static Outcome ours(Path script, Work work, Sheet sheet) throws Exception {
        Outcome[] outcome = new Outcome[1];
        Bench.inFolder(folder -> {
            Instance instance = Instance.at(
                    folder.resolve("data"),
                    "--users", "" + work.users(),
                    "--room-size", "" + work.perRoom(),
                    "--messages", "0");
            try (ServerProcess server = instance.serve()) {
                String address = "127.0.0.1:" + server.address().getPort();
                Path config = folder.resolve("json-ws.properties");
                Files.writeString(
                        config,
                        Files.readString(CONFIG)
                                .replace("PASSWORD", instance.first().password())
                                .replace("127.0.0.1:8080", address));
                Map<String, String> ours = Map.of(
                        "OURS_PID", "" + server.pid(), "OURS_URL", "http://" + address, "OURS_CONFIG", config.toString());
                outcome[0] = peer(script, "OURS", work, ours);
                sheet.add(
                        work.what() + ": processor of indexing, of that of sending",
                        indexing(server),
                        "",
                        Sheet.atMost(1 / 3.0));
            }
        });
        return outcome[0];
    }

    private static double indexing(ServerProcess server) throws IOException {
        double sending = 0;
        for (String thread : SENDING) {
            sending += server.cpuSeconds(thread);
        }
        return server.cpuSeconds("indexer") / sending;
    }

    private static Outcome peer(Path script, String peer, Work work, Map<String, String> more)
            throws IOException, InterruptedException {
        String line = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            line = measured(script, peer, work, more);
            Matcher most = MOST.matcher(line);
            Matcher light = LIGHT.matcher(line);
            if (most.find() && light.find()) {
                return new Outcome(Double.parseDouble(most.group(1)), Double.parseDouble(light.group(1)));
            }
        }
        throw new IOException("no figure in " + line);
    }

    private static String measured(Path script, String peer, Work work, Map<String, String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString(), peer, work.workload()));
        command.addAll(work.options());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(more);
        Process process = builder.start();
        String line = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(peer + " " + work.workload() + " ended with " + process.exitValue());
        }
        return line;
    }
}
