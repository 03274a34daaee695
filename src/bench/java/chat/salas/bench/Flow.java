package chat.salas.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/** Keeps so many messages of each sender on the way. */
final class Flow {
    /** 200 bytes, as people write. */
    static final String TEXT = ("The migration ran clean on staging, forty-one tables and no lock over two hundred"
                    + " milliseconds; tomorrow at nine we do the same on the other side, so keep an eye on the"
                    + " dashboards and say so here if odd.")
            .substring(0, 200);

    /** What stands before the nanoseconds in a timed message. */
    static final String SAID = "said:";

    private final Swarm swarm;
    private final List<Member> senders;
    private final IntFunction<String> rooms;
    private final int onTheWay;
    private final long[] sent;

    /** @param rooms the slug that a sender, by number, sends to */
    Flow(Swarm swarm, List<Member> senders, IntFunction<String> rooms, int onTheWay) {
        this.swarm = swarm;
        this.senders = senders;
        this.rooms = rooms;
        this.onTheWay = onTheWay;
        this.sent = new long[senders.size()];
    }

    /** Acknowledged messages a second. */
    double run(Duration time) {
        long before = sum(senders, Member::acks);
        long start = System.nanoTime();
        BooleanSupplier over = after(time);
        swarm.run(time.plusSeconds(10), () -> {
            send();
            return over.getAsBoolean();
        });
        return (sum(senders, Member::acks) - before) * 1e9 / (System.nanoTime() - start);
    }

    private void send() {
        for (int i = 0; i < sent.length; i++) {
            for (; sent[i] - senders.get(i).acks() < onTheWay; sent[i]++) {
                senders.get(i).say(message(rooms.apply(i)));
            }
        }
    }

    /** So many messages a second of all together, however long the answers take. */
    void steadily(double rate, Duration time) {
        long start = System.nanoTime();
        long[] done = {0};
        BooleanSupplier over = after(time);
        swarm.run(time.plusSeconds(10), () -> {
            for (long due = (long) ((System.nanoTime() - start) / 1e9 * rate); done[0] < due; done[0]++) {
                int sender = (int) (done[0] % sent.length);
                senders.get(sender).say(message(rooms.apply(sender)));
                sent[sender]++;
            }
            return over.getAsBoolean();
        });
    }

    /** Waits for the last answers; how many were sent in all. */
    long finish() {
        long all = Arrays.stream(sent).sum();
        swarm.run(Duration.ofSeconds(30), () -> sum(senders, Member::acks) >= all);
        return all;
    }

    static String message(String room) {
        return message(room, TEXT);
    }

    /** One that says when it was said. */
    static String timed(String room) {
        return message(room, SAID + System.nanoTime() + " " + TEXT);
    }

    private static String message(String room, String text) {
        return "{\"type\":\"send_message\",\"ref\":\"r\",\"room\":\"" + room + "\",\"id\":\"" + UUID.randomUUID()
                + "\",\"text\":\"" + text + "\"}";
    }

    static BooleanSupplier after(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return () -> System.nanoTime() > end;
    }

    static long sum(List<Member> members, ToLongFunction<Member> what) {
        return members.stream().mapToLong(what).sum();
    }
}
