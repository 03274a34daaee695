package chat.salas.live;

import chat.salas.live.Topic.Listener;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Topics by number; one exists only while somebody listens. */
final class Topics<E> {
    private final ConcurrentHashMap<Long, Topic<E>> byId = new ConcurrentHashMap<>();

    Bus.Subscription subscribe(long id, Consumer<? super E> consumer) {
        Listener<E> listener = new Listener<>(consumer);
        Bus.Subscription subscription =
                listener.leavingBy(() -> byId.computeIfPresent(id, (_, topic) -> without(topic, listener)));
        byId.compute(id, (_, topic) -> with(topic == null ? new Topic<>() : topic, listener));
        return subscription;
    }

    void publish(long id, E event) {
        Topic<E> topic = byId.get(id);
        if (topic != null) {
            topic.publish(event);
        }
    }

    boolean has(long id) {
        return byId.containsKey(id);
    }

    int size() {
        return byId.size();
    }

    private Topic<E> with(Topic<E> topic, Listener<E> listener) {
        topic.add(listener);
        return topic;
    }

    private @Nullable Topic<E> without(Topic<E> topic, Listener<E> listener) {
        topic.remove(listener);
        return topic.isEmpty() ? null : topic;
    }
}
