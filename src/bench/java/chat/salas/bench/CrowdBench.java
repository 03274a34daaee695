package chat.salas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many who say little, in a server of 1 GiB of heap: what an idle connection takes, 20,000 of them at once (as many as the
 * system lets one process open, which is in the table), and 1,000 that come to one room together.
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=CrowdBench</pre>
 */
public final class CrowdBench implements Bench {
    private static final int FEW = 2_000;
    private static final int MANY = 20_000;
    private static final int SPARE_FILES = 500;

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new CrowdBench());
    }

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            Instance one = Instance.at(folder.resolve("one"), "--users", "1000", "--room-size", "1000", "--messages", "0");
            try (ServerProcess server = one.serve()) {
                joining(sheet, server, one);
            }
            Instance rooms = Instance.at(folder.resolve("rooms"), "--users", "" + MANY, "--room-size", "20", "--messages", "0");
            try (ServerProcess server = ServerProcess.serve(Bench.jar(), rooms.data(), "-Xmx1g")) {
                idle(sheet, server, rooms);
            }
        });
    }

    private static void idle(Sheet sheet, ServerProcess server, Instance instance) throws IOException {
        List<String> tokens = instance.tokens();
        List<String> joins = IntStream.range(0, tokens.size())
                .mapToObj(i -> "{\"type\":\"join\",\"room\":\"r" + i / 20 + "\"}")
                .toList();
        int many = Math.min(MANY, openFiles() - SPARE_FILES);
        try (Swarm swarm = new Swarm(server.address())) {
            List<Member> all = new ArrayList<>(swarm.connect(tokens.subList(0, 100), joins));
            rest(swarm);
            long before = server.residentKib();
            all.addAll(swarm.connect(tokens.subList(100, FEW), joins.subList(100, FEW)));
            rest(swarm);
            perConnection(sheet, FEW, (server.residentKib() - before) / (double) (FEW - 100));
            all.addAll(swarm.connect(tokens.subList(FEW, many), joins.subList(FEW, many)));
            rest(swarm);
            perConnection(sheet, many, (server.residentKib() - before) / (double) (many - 100));
            sheet.add("resident with them, heap of 1 GiB", server.residentKib() / 1024.0, "MB");
            sheet.add(
                    "connections held, of so many that one process may open here",
                    all.stream().filter(m -> !m.isClosed()).count(),
                    "",
                    Sheet.atLeast(many));
        }
    }

    private static void perConnection(Sheet sheet, int connections, double kib) {
        sheet.add(String.format("%,d idle connections, each", connections), kib, "KiB", Sheet.atMost(20));
    }

    private static void rest(Swarm swarm) {
        swarm.run(Duration.ofSeconds(10), Flow.after(Duration.ofSeconds(3)));
    }

    private static int openFiles() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split("\\s+")[4])
                .mapToInt(limit -> limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit))
                .findFirst()
                .orElse(1_024);
    }

    private static void joining(Sheet sheet, ServerProcess server, Instance instance) throws IOException {
        double best = Double.MAX_VALUE;
        double first = 0;
        for (int round = 0; round < 3; round++) {
            try (Swarm swarm = new Swarm(server.address())) {
                long start = System.nanoTime();
                swarm.connectAll(instance.tokens(), "{\"type\":\"join\",\"room\":\"r0\"}");
                double took = (System.nanoTime() - start) / 1e9;
                first = round == 0 ? took : first;
                best = Math.min(best, took);
            }
        }
        sheet.add("1,000 connect and join one room at once, just after the start", first, "s", Sheet.atMost(2));
        sheet.add("the same, the best of three", best, "s", Sheet.atMost(2));
    }
}
