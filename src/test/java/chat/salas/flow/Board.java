package chat.salas.flow;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What the test views share: lines that all of them show, and the threads on which Flow ran their code. */
@Singleton
@Requires(property = "flow.test")
final class Board {
    record Trace(String what, boolean virtual, String thread) {}

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Set<Consumer<String>> readers = ConcurrentHashMap.newKeySet();
    private final List<Trace> traces = new CopyOnWriteArrayList<>();
    private final Map<String, Long> uploads = new ConcurrentHashMap<>();

    void say(String line) {
        lines.add(line);
        readers.forEach(reader -> reader.accept(line));
    }

    List<String> lines() {
        return lines;
    }

    void read(Consumer<String> reader) {
        readers.add(reader);
    }

    void unread(Consumer<String> reader) {
        readers.remove(reader);
    }

    int readers() {
        return readers.size();
    }

    void trace(String what) {
        traces.add(new Trace(
                what, Thread.currentThread().isVirtual(), Thread.currentThread().getName()));
    }

    List<Trace> traces() {
        return traces;
    }

    Map<String, Long> uploads() {
        return uploads;
    }
}
