package chat.salas.bench;

import chat.salas.account.Tokens;
import chat.salas.kernel.Actor;
import chat.salas.room.Rooms;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The same figures with 1,000 rooms and messages in store and with 100,000 rooms and 10,000,000 messages, taken in turns. The
 * large folder takes minutes to fill and 2.5 GB: the property {@code bench.large} names one to keep (made if it is not there).
 *
 * <pre>./mvnw -q -Pbench -DskipTests package exec:exec -Dbench=GrowthBench -Dbench.large=/var/tmp/large</pre>
 */
public final class GrowthBench implements Bench {
    private static final int ROUNDS = 3;
    private static final int SENDERS = 20;
    private static final int SEATS = 400;
    private static final String COLD = "newest one of a room that nobody used since the start";
    private static final int ON_THE_WAY = 20;
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
                "resident after the start", one.server.residentKib() / 1024.0, other.server.residentKib() / 1024.0, "MB", false);
        one.prepare();
        other.prepare();
    }

    private static void reading(Sheet sheet, Town one, Town other) throws Exception {
        Times[] cold = {new Times(), new Times()};
        for (int part = 0; part < 4; part++) {
            cold[0].of(100, i -> one.ask(COLD));
            cold[1].of(100, i -> other.ask(COLD));
        }
        sheet.grown(COLD + ", p50", cold[0].at(0.5), cold[1].at(0.5), "ms", false);
        Map<String, Integer> calls = new LinkedHashMap<>();
        calls.put("newest 50", 400);
        calls.put("50 in the middle", 400);
        calls.put("newest one of 400 rooms in turn", 400);
        calls.put("join and 50 missed", 300);
        calls.put("directory, first page of 50", 200);
        calls.put("directory, search by name", 200);
        calls.put("one room", 300);
        calls.put("search of a word", 300);
        calls.put("sign-in", 10);
        for (Map.Entry<String, Integer> call : calls.entrySet()) {
            String what = call.getKey();
            one.ask(what, call.getValue());
            other.ask(what, call.getValue());
            Times few = new Times();
            Times many = new Times();
            for (int round = 0; round < ROUNDS; round++) {
                few.of(call.getValue(), i -> one.ask(what));
                many.of(call.getValue(), i -> other.ask(what));
            }
            sheet.grown(what + ", p50", few.at(0.5), many.at(0.5), "ms", false);
            if (call.getValue() >= 100) {
                sheet.grown(what + ", p99", few.at(0.99), many.at(0.99), "ms", false);
            }
        }
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

    /** A running server and one who asks it things. */
    private static final class Town implements AutoCloseable {
        private final Instance instance;
        private final ServerProcess server;
        private final PlainClient client;
        private final List<PlainClient> others = new ArrayList<>();
        private final PlainClient socket;
        private final List<Seat> seats;
        private final String room;
        private long last;
        private int asked;

        /** Somebody in a room that no other seat is in. */
        record Seat(int person, String room) {}

        /** @param processor milliseconds for 1,000 messages */
        record Sent(double rate, double processor) {}

        Town(Instance instance) throws IOException {
            this.instance = instance;
            this.server = instance.serve();
            this.room = instance.first().rooms().get(1);
            this.client = new PlainClient(server.address(), instance.first().token());
            for (int i = 1; i <= 20; i++) {
                others.add(new PlainClient(server.address(), instance.people().get(i).token()));
            }
            this.socket = new PlainClient(server.address(), instance.first().token());
            this.seats = seats(instance, others.size());
        }

        private static List<Seat> seats(Instance instance, int people) {
            Map<String, Seat> seats = new LinkedHashMap<>();
            Random random = new Random(1);
            while (seats.size() < SEATS) {
                int person = random.nextInt(people);
                List<String> rooms = instance.people().get(person + 1).rooms();
                String room = rooms.get(1 + random.nextInt(rooms.size() - 1));
                seats.putIfAbsent(room, new Seat(person, room));
            }
            return List.copyOf(seats.values());
        }

        /** Sees to it that there are a hundred messages at least in the room that is read. */
        void prepare() throws IOException {
            socket.upgrade();
            try (Swarm swarm = new Swarm(server.address())) {
                List<Member> one = swarm.connect(List.of(instance.first().token()), "");
                for (int i = 0; i < 100; i++) {
                    one.getFirst().say(Flow.message(room));
                }
                swarm.run(Duration.ofSeconds(20), () -> one.getFirst().acks() == 100);
            }
            last = Long.parseLong(client.text("/api/rooms/" + room).replaceAll(".*\"lastSeq\":(\\d+).*", "$1"));
        }

        void ask(String what, int times) throws IOException {
            for (int i = 0; i < times; i++) {
                ask(what);
            }
        }

        void ask(String what) throws IOException {
            switch (what) {
                case "newest 50" -> client.get("/api/rooms/" + room + "/messages?limit=50");
                case "50 in the middle" ->
                    client.get("/api/rooms/" + room + "/messages?limit=50&before=" + Math.max(51, last / 2));
                case "newest one of 400 rooms in turn", COLD -> elsewhere(asked++ % SEATS);
                case "join and 50 missed" -> resume();
                case "directory, first page of 50" -> client.get("/api/rooms?size=50");
                case "directory, search by name" -> client.get("/api/rooms?size=50&q=leeds");
                case "one room" -> client.get("/api/rooms/" + room);
                case "search of a word" -> client.get("/api/rooms/" + room + "/messages/search?q=migration&limit=20");
                case "sign-in" -> signIn();
                default -> throw new IllegalArgumentException(what);
            }
        }

        private void elsewhere(int number) throws IOException {
            Seat seat = seats.get(number);
            others.get(seat.person()).get("/api/rooms/" + seat.room() + "/messages?limit=1");
        }

        private void resume() throws IOException {
            socket.say("{\"type\":\"join\",\"ref\":\"1\",\"room\":\"" + room + "\",\"after\":" + (last - 50) + "}");
            socket.frames(51);
            socket.say("{\"type\":\"leave\",\"ref\":\"2\",\"room\":\"" + room + "\"}");
            socket.frames(1);
        }

        private void signIn() throws IOException {
            Instance.Person person = instance.people().get(3);
            try (PlainClient fresh = new PlainClient(server.address(), "")) {
                String status = fresh.post(
                        "/api/login",
                        "{\"email\":\"" + person.email() + "\",\"password\":\"" + person.password() + "\"}");
                if (!status.startsWith("HTTP/1.1 200")) {
                    throw new IOException(status);
                }
            }
        }

        Sent send(Duration time) throws IOException {
            try (Swarm swarm = new Swarm(server.address())) {
                List<String> tokens = java.util.Collections.nCopies(SENDERS, instance.first().token());
                List<Member> senders = swarm.connect(tokens, "");
                Flow flow = new Flow(
                        swarm, senders, i -> instance.first().rooms().get(2 + i % 10), ON_THE_WAY);
                flow.run(Duration.ofMillis(500));
                double cpu = server.cpuSeconds();
                double rate = flow.run(time);
                cpu = server.cpuSeconds() - cpu;
                flow.finish();
                return new Sent(rate, cpu * 1e6 / (rate * time.toSeconds()));
            }
        }

        @Override
        public void close() throws Exception {
            client.close();
            socket.close();
            for (PlainClient other : others) {
                other.close();
            }
            server.close();
        }
    }
}
