package chat.salas.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * 100 people in one room on a machine of one processor and 512 MB, each of whom says something every five seconds: how long it
 * takes until the others have it, and what the server needs. The argument: seconds (60).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=SmallMachineBench</pre>
 */
public final class SmallMachineBench implements Bench {
    private static final int MEGABYTES = 512;
    private static final int PEOPLE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double RATE = PEOPLE / 5.0;
    private static final String ROOM = "r0";
    private static final String JOIN = "{\"type\":\"join\",\"room\":\"" + ROOM + "\"}";

    private final Duration time;

    SmallMachineBench(Duration time) {
        this.time = time;
    }

    /** Alone. */
    public static void main(String[] arguments) {
        Bench.print(new SmallMachineBench(Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60)));
    }

    @Override
    public String name() {
        return "small machine";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            Instance one = Instance.at(
                    folder.resolve("data"), "--users", "" + PEOPLE, "--room-size", "" + PEOPLE, "--messages", "0");
            try (SmallMachine machine = SmallMachine.of(MEGABYTES)) {
                try (ServerProcess server = machine.serve(one.data())) {
                    sheet.add("ready, on one processor and with 512 MB", server.startSeconds(), "s");
                    chat(sheet, server, one.tokens());
                    String kept = machine.isEnforced() ? ", in a control group of 512 MB" : ", of a Java told of 512 MB";
                    sheet.add("resident at most" + kept, server.peakKib() / 1024.0, "MB", Sheet.atMost(MEGABYTES));
                }
            }
        });
    }

    private void chat(Sheet sheet, ServerProcess server, List<String> tokens) throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<Member> people = swarm.connect(tokens, JOIN);
            Times heard = new Times();
            people.forEach(person -> person.time(heard));
            double cpu = server.cpuSeconds();
            long said = say(swarm, people);
            cpu = server.cpuSeconds() - cpu;
            BooleanSupplier late = Flow.after(PATIENCE);
            swarm.run(PATIENCE.multipliedBy(2), () -> missing(people, said) <= 0 || late.getAsBoolean());
            sheet.add("100 people, each every 5 s to all: from saying to hearing", heard, null, null);
            sheet.add("part of the processor that takes", cpu / time.toSeconds(), "");
            long faults = Flow.sum(people, Member::faults) + people.stream().filter(Member::isClosed).count();
            sheet.add("messages not heard by somebody", missing(people, said), "", Sheet.atMost(0));
            sheet.add("doubled, out of order, refused or disconnected", faults, "", Sheet.atMost(0));
        }
    }

    private static long missing(List<Member> people, long said) {
        return said * PEOPLE - Flow.sum(people, Member::messages);
    }

    /** Everybody in turn, however long the answers take; how much was said in all. */
    private long say(Swarm swarm, List<Member> people) {
        long start = System.nanoTime();
        long[] said = {0};
        BooleanSupplier over = Flow.after(time);
        swarm.run(time.plusSeconds(60), () -> {
            for (long due = (long) ((System.nanoTime() - start) / 1e9 * RATE); said[0] < due; said[0]++) {
                people.get((int) (said[0] % PEOPLE)).say(Flow.timed(ROOM));
            }
            return over.getAsBoolean();
        });
        return said[0];
    }
}
