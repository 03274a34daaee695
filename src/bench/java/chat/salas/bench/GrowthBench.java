package chat.salas.bench;

import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same figures with 1,000 rooms and messages in store and with 100,000 rooms and 10,000,000 messages, taken in turns. The
 * large folder takes minutes to fill and 2.5 GB: the property {@code bench.large} names one to keep (made if it is not there).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=GrowthBench -Dbench.large=/var/tmp/large</pre>
 */
public final class GrowthBench implements Bench {
    private static final int ROUNDS = 3;
    private static final int COLD_ROOMS = 400;
    private static final int ENOUGH = 1_000;
    private static final Duration SENDING = Duration.ofSeconds(3);

    /** Alone: {@code -Dbench=GrowthBench}. */
    public static void main(String[] arguments) {
        Bench.print(new GrowthBench());
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void run(Sheet sheet) throws Exception {
        Bench.inFolder(folder -> {
            Instance small = Instance.at(folder.resolve("small"), "--users", "120", "--rooms", "1000", "--messages", "1000");
            String kept = System.getProperty("bench.large", "");
            Path much = kept.isEmpty() ? folder.resolve("large") : Path.of(kept);
            Instance large = Instance.at(much, "--users", "12000", "--rooms", "100000", "--messages", "10000000");
            Town.prepare(small);
            Town.prepare(large);
            starts(sheet, small, large);
            try (Town one = new Town(small);
                    Town other = new Town(large)) {
                memory(sheet, one, other);
                reading(sheet, one, other);
                sending(sheet, one, other);
            }
            services(sheet, small, large);
        });
    }

    private static void starts(Sheet sheet, Instance small, Instance large) throws Exception {
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.min(best[0], start(small));
            best[1] = Math.min(best[1], start(large));
        }
        sheet.grown("from start to ready", best[0], best[1], "s", false);
    }

    private static double start(Instance instance) throws Exception {
        try (ServerProcess server = instance.serve()) {
            return server.startSeconds();
        }
    }

    private static void memory(Sheet sheet, Town one, Town other) throws Exception {
        Thread.sleep(3_000);
        sheet.grown(
                "resident after the start",
                one.server().residentKib() / 1024.0,
                other.server().residentKib() / 1024.0,
                "MB",
                false);
    }

    private static void reading(Sheet sheet, Town one, Town other) throws Exception {
        Times[] cold = inTurns(one, other, Town.COLD, COLD_ROOMS);
        sheet.grown(Town.COLD + ", p50", cold[0].at(0.5), cold[1].at(0.5), "ms", false);
        one.enter();
        other.enter();
        for (Map.Entry<String, Integer> call : calls().entrySet()) {
            String what = call.getKey();
            inTurns(one, other, what, call.getValue() / 4);
            Times[] times = inTurns(one, other, what, call.getValue());
            sheet.grown(what + ", p50", times[0].at(0.5), times[1].at(0.5), "ms", false);
            if (call.getValue() >= ENOUGH) {
                sheet.grown(what + ", p99", times[0].at(0.99), times[1].at(0.99), "ms", false);
            }
        }
    }

    /** So many that ten at least are above the 99th percentile, where that is shown. */
    private static Map<String, Integer> calls() {
        Map<String, Integer> calls = new LinkedHashMap<>();
        calls.put("newest 50", 4_000);
        calls.put("50 in the middle", 2_000);
        calls.put("newest one of 400 rooms in turn", 3_000);
        calls.put("join and 50 missed", 2_000);
        calls.put("directory, first page of 50", 1_000);
        calls.put("directory, search by name", 1_000);
        calls.put("one room", 2_000);
        calls.put("search of a word", 2_000);
        calls.put("sign-in", 20);
        return calls;
    }

    /** One request to one and one to the other, so that what else the machine does disturbs both alike. */
    private static Times[] inTurns(Town one, Town other, String what, int times) throws Exception {
        Times few = new Times();
        Times many = new Times();
        for (int i = 0; i < times; i++) {
            few.of(1, _ -> one.ask(what));
            many.of(1, _ -> other.ask(what));
        }
        return new Times[] {few, many};
    }

    private static void sending(Sheet sheet, Town one, Town other) throws Exception {
        one.send(SENDING);
        other.send(SENDING);
        double[] rate = new double[2];
        double[] processor = new double[2];
        for (int round = 0; round < ROUNDS; round++) {
            Town.Sent few = one.send(SENDING);
            Town.Sent many = other.send(SENDING);
            rate[0] += few.rate() / ROUNDS;
            rate[1] += many.rate() / ROUNDS;
            processor[0] += few.processor() / ROUNDS;
            processor[1] += many.processor() / ROUNDS;
        }
        sheet.grown("durable messages, 20 senders in 10 rooms", rate[0], rate[1], "/s", true);
        sheet.grown("processor for 1,000 messages", processor[0], processor[1], "ms", false);
    }

    /** What no call over HTTP asks for alone. */
    private static void services(Sheet sheet, Instance small, Instance large) throws Exception {
        try (ApplicationContext one = ApplicationContext.run(Map.of("salas.data", small.data().toString()));
                ApplicationContext other = ApplicationContext.run(Map.of("salas.data", large.data().toString()))) {
            Times[] mine = {new Times(), new Times()};
            Times[] rights = {new Times(), new Times()};
            for (int round = 0; round <= ROUNDS; round++) {
                Times[] lists = round == 0 ? new Times[] {new Times(), new Times()} : mine;
                Times[] checks = round == 0 ? new Times[] {new Times(), new Times()} : rights;
                services(one, small, lists[0], checks[0]);
                services(other, large, lists[1], checks[1]);
            }
            sheet.grown("a member's own rooms, p50", mine[0].at(0.5), mine[1].at(0.5), "ms", false);
            sheet.grown("a right, from memory, 1,000 times, p50", rights[0].at(0.5), rights[1].at(0.5), "ms", false);
        }
    }

    private static void services(ApplicationContext context, Instance instance, Times lists, Times checks)
            throws Exception {
        Rooms rooms = context.getBean(Rooms.class);
        Instance.Person person = instance.people().get(7);
        Actor actor = context.getBean(Tokens.class).resolve(person.token()).orElseThrow();
        lists.of(100, i -> rooms.mine(actor));
        checks.of(100, i -> {
            for (int again = 0; again < 1_000; again++) {
                rooms.asMember(actor, person.rooms().get(again % 20));
            }
        });
    }
}
