package chat.salas.cost;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.kernel.Actor;
import chat.salas.message.Draft;
import chat.salas.message.Messages;
import chat.salas.testing.TestServer;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one more listener costs when something is said: a place in the line, not a copy. */
@Timeout(180)
final class DeliveryIT {
    private static final int FEW = 10;
    private static final int MANY = 500;
    private static final int MESSAGES = 60;
    private static final int ROUNDS = 5;
    private static final String WORDS = "Words of some length, so that a copy of them would be seen. ".repeat(16);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aListenerMoreCostsNoCopyOfTheMessage() throws Exception {
        try (TestServer server = TestServer.start()) {
            Estate estate = new Estate(server.context(), MANY);
            long few = allocated(server, estate, FEW);
            long many = allocated(server, estate, MANY);
            assertThat(few).isPositive();
            assertThat((many - few) / (MANY - FEW)).isLessThan(WORDS.length() / 2);
        }
    }

    /** Bytes that the server allocates for a message to so many listeners; the least of several rounds. */
    private static long allocated(TestServer server, Estate estate, int listeners) throws Exception {
        String room = estate.room("of-" + listeners, listeners, 0);
        try (Ears ears = new Ears(server.uri())) {
            for (int i = 0; i < listeners; i++) {
                ears.join(estate.token(i), room);
            }
            Actor owner = estate.actor(0);
            return IntStream.range(0, ROUNDS)
                    .mapToLong(round -> round(server.bean(Messages.class), ears, owner, room, round))
                    .min()
                    .orElseThrow();
        }
    }

    @SuppressWarnings("TooManyParameters")
    private static long round(Messages messages, Ears ears, Actor owner, String room, int round) {
        long read = ears.bytes();
        Map<Long, Long> before = byDelivery();
        for (int i = 0; i < MESSAGES; i++) {
            String end = "[" + round + "/" + i + "]";
            messages.send(owner, room, new Draft(null, WORDS + end, null));
            ears.hear(end);
        }
        long allocated = byDelivery().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
        assertThat(ears.bytes() - read).isGreaterThan((long) MESSAGES * WORDS.length());
        return allocated / MESSAGES;
    }

    /** Bytes that each thread allocated that takes messages to their listeners; others work beside, for other servers too. */
    private static Map<Long, Long> byDelivery() {
        Map<Long, Long> bytes = new HashMap<>();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().contains("EventLoop")
                            || thread.getThreadName().equals("herald"))) {
                long id = thread.getThreadId();
                bytes.put(id, Math.max(0, THREADS.getThreadAllocatedBytes(id)));
            }
        }
        return bytes;
    }
}
