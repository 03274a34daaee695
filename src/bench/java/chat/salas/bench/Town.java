package chat.salas.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A running server and some who ask it things. */
final class Town implements AutoCloseable {
    static final String COLD = "newest one of a room that nobody used since the start";

    private static final int SENDERS = 20;
    private static final int ON_THE_WAY = 20;
    private static final int PEOPLE = 20;
    private static final int SEATS = 400;
    private static final int SAID = 100;

    private final Instance instance;
    private final ServerProcess server;
    private final PlainClient client;
    private final List<PlainClient> others = new ArrayList<>();
    private final PlainClient socket;
    private final List<Seat> seats;
    private final String room;
    private boolean upgraded;
    private long last;
    private int asked;

    /** Somebody in a room that no other seat is in. */
    private record Seat(int person, String room) {}

    /** @param processor milliseconds for 1,000 messages */
    record Sent(double rate, double processor) {}

    Town(Instance instance) throws IOException {
        this.instance = instance;
        this.server = instance.serve();
        this.room = instance.first().rooms().get(1);
        this.client = new PlainClient(server.address(), instance.first().token());
        for (int i = 1; i <= PEOPLE; i++) {
            others.add(new PlainClient(server.address(), instance.people().get(i).token()));
        }
        this.socket = new PlainClient(server.address(), instance.first().token());
        this.seats = seats(instance);
    }

    private static List<Seat> seats(Instance instance) {
        Map<String, Seat> seats = new LinkedHashMap<>();
        Random random = new Random(1);
        while (seats.size() < SEATS) {
            int person = random.nextInt(PEOPLE);
            List<String> rooms = instance.people().get(person + 1).rooms();
            String room = rooms.get(1 + random.nextInt(rooms.size() - 1));
            seats.putIfAbsent(room, new Seat(person, room));
        }
        return List.copyOf(seats.values());
    }

    /**
     * Sees to it that in a folder with little in it there is as much to read for each call as in one with much: a hundred
     * messages at least in the room that is read, and two in those that are looked into, as there is no key to unwrap and
     * nothing to open in an empty one. So the system has the pages of these rooms in its memory, as it has all of a small
     * file: what a disk takes for some six pages of a room that was silent for long comes on top, and is the disk's matter.
     */
    static void prepare(Instance instance) throws Exception {
        try (Town town = new Town(instance)) {
            town.talk();
        }
    }

    private void talk() throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<Member> all = swarm.connect(
                    instance.tokens().subList(0, PEOPLE + 1), "");
            IntStream.range(0, SAID).forEach(i -> all.getFirst().say(Flow.message(room)));
            seats.forEach(seat -> {
                Member member = all.get(seat.person() + 1);
                member.say(Flow.message(seat.room()));
                member.say(Flow.message(seat.room()));
            });
            swarm.run(Duration.ofSeconds(30), () -> Flow.sum(all, Member::acks) == SAID + 2 * SEATS);
        }
    }

    ServerProcess server() {
        return server;
    }

    /** To be called once before the first that is neither {@link #COLD} nor to be measured. */
    void enter() throws IOException {
        last = Long.parseLong(client.text("/api/rooms/" + room).replaceAll(".*\"lastSeq\":(\\d+).*", "$1"));
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
        if (!upgraded) {
            socket.upgrade();
            upgraded = true;
        }
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

    /** Durable messages of twenty senders in ten rooms. */
    Sent send(Duration time) throws IOException {
        try (Swarm swarm = new Swarm(server.address())) {
            List<String> tokens = Collections.nCopies(SENDERS, instance.first().token());
            List<Member> senders = swarm.connect(tokens, "");
            Flow flow = new Flow(swarm, senders, i -> instance.first().rooms().get(2 + i % 10), ON_THE_WAY);
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
