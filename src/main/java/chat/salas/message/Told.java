package chat.salas.message;

import chat.salas.metrics.Exposition;
import java.util.concurrent.atomic.LongAdder;

/** How much members were told, all of them together. */
final class Told {
    private final LongAdder live = new LongAdder();
    private final LongAdder missed = new LongAdder();

    void live(int events) {
        live.add(events);
    }

    void missed(int messages) {
        missed.add(messages);
    }

    void tell(Exposition out) {
        out.counter("salas_deliveries_total", "What happened in rooms, times the sockets and pages told.", live.sum());
        out.counter("salas_missed_messages_total", "Messages read back for those who came again.", missed.sum());
    }
}
