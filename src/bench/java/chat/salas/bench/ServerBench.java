package chat.salas.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The packaged server under load over real sockets: what it puts on disk for 50 senders that nobody hears, one room of 200 and
 * of 1,000 that hears everything (W1), 100 rooms of ten with a sender each (W2), and what a delivery costs when little is said.
 * The argument: seconds of each measurement (6).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=ServerBench</pre>
 */
public final class ServerBench implements Bench {
    private static final int ON_THE_WAY = 20;
    private static final int LIGHT = 2_000;

    private final Duration time;

    ServerBench(Duration time) {
        this.time = time;
    }

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new ServerBench(Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 6)));
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            Instance one = Instance.at(folder.resolve("one"), "--users", "1000", "--room-size", "1000", "--messages", "0");
            try (ServerProcess server = one.serve()) {
                accepted(sheet, server, one);
                heard(sheet, server, one, new Crowd("W1, 200 members", 200, i -> i < 10, i -> "r0"));
                heard(sheet, server, one, new Crowd("W1, 1,000 members", 1_000, i -> i < 10, i -> "r0"));
            }
            Instance many = Instance.at(folder.resolve("many"), "--users", "1000", "--room-size", "10", "--messages", "0");
            try (ServerProcess server = many.serve()) {
                heard(sheet, server, many, new Crowd("W2, 100 rooms of 10", 1_000, i -> i % 10 == 0, i -> "r" + i / 10));
            }
        });
    }

    /** Who is there, who of them sends, and where everybody is. */
    private record Crowd(String name, int members, java.util.function.IntPredicate sends, IntFunction<String> room) {
        List<String> joins() {
            return IntStream.range(0, members)
                    .mapToObj(i -> "{\"type\":\"join\",\"room\":\"" + room.apply(i) + "\"}")
                    .toList();
        }

        int listeners(int sender) {
            return (int) IntStream.range(0, members)
                    .filter(i -> room.apply(i).equals(room.apply(sender)))
                    .count();
        }
    }

    /** Nobody listens: what 50 connections can put on disk. */
    private void accepted(Sheet sheet, ServerProcess server, Instance instance) throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<String> tokens = instance.people().subList(0, 50).stream()
                    .map(Instance.Person::token)
                    .toList();
            List<Member> senders = swarm.connect(tokens, "");
            Flow flow = new Flow(swarm, senders, i -> "r0", ON_THE_WAY);
            flow.run(Duration.ofSeconds(2));
            double cpu = server.cpuSeconds();
            double rate = flow.run(time);
            cpu = server.cpuSeconds() - cpu;
            flow.finish();
            sheet.add("durable messages that nobody hears, 50 senders", rate, "/s");
            sheet.add("processor for 1,000 of them", cpu * 1e6 / (rate * time.toSeconds()), "ms");
        }
    }

    private void heard(Sheet sheet, ServerProcess server, Instance instance, Crowd crowd) throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<String> tokens = instance.tokens().subList(0, crowd.members());
            List<Member> all = swarm.connect(tokens, crowd.joins());
            int[] sending = IntStream.range(0, crowd.members()).filter(crowd.sends()).toArray();
            List<Member> senders = Arrays.stream(sending).mapToObj(all::get).toList();
            Flow flow = new Flow(swarm, senders, i -> crowd.room().apply(sending[i]), ON_THE_WAY);
            flow.run(Duration.ofSeconds(2));
            long before = Flow.sum(all, Member::messages);
            double cpu = server.cpuSeconds();
            long start = System.nanoTime();
            flow.run(time);
            double took = (System.nanoTime() - start) / 1e9;
            cpu = server.cpuSeconds() - cpu;
            long during = Flow.sum(all, Member::messages) - before;
            sheet.add(crowd.name() + ", " + sending.length + " senders: deliveries", during / took, "/s");
            sheet.add(crowd.name() + ": processor for 1,000 deliveries", cpu * 1e6 / during, "ms");
            long sent = settle(swarm, all, flow, crowd.listeners(sending[0]));
            light(sheet, server, crowd, swarm, all, flow);
            settle(swarm, all, flow, crowd.listeners(sending[0]));
            if (sent == 0 || faults(all) > 0) {
                throw new IllegalStateException(crowd.name() + ": lost, doubled or disconnected: " + faults(all));
            }
        }
    }

    @SuppressWarnings("TooManyParameters")
    private void light(Sheet sheet, ServerProcess server, Crowd crowd, Swarm swarm, List<Member> all, Flow flow) {
        long before = Flow.sum(all, Member::messages);
        double cpu = server.cpuSeconds();
        flow.steadily(LIGHT / (double) crowd.listeners(0), time);
        cpu = server.cpuSeconds() - cpu;
        double during = Flow.sum(all, Member::messages) - before;
        sheet.add(crowd.name() + ": processor for 1,000 deliveries at 2,000/s", cpu * 1e6 / during, "ms");
    }

    /** Everybody has everything; how many were sent. */
    private static long settle(Swarm swarm, List<Member> all, Flow flow, int listeners) {
        long sent = flow.finish();
        swarm.run(
                Duration.ofSeconds(30),
                () -> Flow.sum(all, Member::messages) >= sent * listeners || all.stream().anyMatch(Member::isClosed));
        return sent;
    }

    private static long faults(List<Member> members) {
        return Flow.sum(members, Member::faults)
                + members.stream().filter(Member::isClosed).count();
    }
}
