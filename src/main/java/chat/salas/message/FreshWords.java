package chat.salas.message;

import chat.salas.message.MessageEvent.Deleted;
import chat.salas.message.MessageEvent.Edited;
import chat.salas.message.MessageEvent.Posted;
import chat.salas.message.MessageEvent.Reacted;
import chat.salas.search.Passage;
import chat.salas.search.SearchWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said last, kept until the index takes it, so that it need not be read and opened again. Holds only runs that it heard
 * from their first message on and that nobody changed; of all others the database must be asked. When there is too much, the
 * rooms that were silent for longest are forgotten.
 */
final class FreshWords {
    private final long most;
    private final LinkedHashMap<Place, Run> runs = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    private record Place(long roomId, long last) {
        static Place of(MessageEvent event) {
            return new Place(event.roomId(), SearchWriter.runEnd(event.seq()));
        }
    }

    private static final class Run {
        private final List<Passage> passages = new ArrayList<>();
        private long held;

        boolean awaits(long seq) {
            return passages.isEmpty()
                    ? seq % SearchWriter.RUN == 1
                    : passages.getLast().seq() + 1 == seq;
        }
    }

    /** @param most how many UTF-16 units to hold at once */
    FreshWords(long most) {
        this.most = most;
    }

    /** One transaction's events, in order, and as one: nobody sees a message without its change in the same transaction. */
    synchronized void heard(List<MessageEvent> events) {
        for (MessageEvent event : events) {
            switch (event) {
                case Posted posted -> add(Place.of(posted), posted.message());
                case Edited _, Deleted _ -> drop(Place.of(event));
                case Reacted _ -> {}
            }
        }
    }

    private void add(Place place, Message message) {
        Run run = runs.computeIfAbsent(place, _ -> new Run());
        String text = message.text();
        if (text == null || !run.awaits(message.seq())) {
            drop(place);
            return;
        }
        run.passages.add(new Passage(message.seq(), text, 0));
        run.held += text.length();
        held += text.length();
        for (Iterator<Run> silent = runs.values().iterator(); held > most; silent.remove()) {
            held -= silent.next().held;
        }
    }

    private @Nullable Run drop(Place place) {
        Run run = runs.remove(place);
        held -= run == null ? 0 : run.held;
        return run;
    }

    /** The whole run behind {@code indexed}, which is forgotten then; null when it must be read. */
    synchronized @Nullable List<Passage> take(long roomId, long indexed) {
        Run run = drop(new Place(roomId, indexed + SearchWriter.RUN));
        return run != null && run.passages.size() == SearchWriter.RUN ? run.passages : null;
    }

    synchronized long held() {
        return held;
    }
}
