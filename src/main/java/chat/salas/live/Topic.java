package chat.salas.live;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to listeners one after the other. Whoever publishes while another thread is delivering leaves the event with
 * that thread and goes on, so that publishers wait for each other only when a thousand events are behind.
 */
final class Topic<E> {
    private static final Logger LOG = LoggerFactory.getLogger(Topic.class);
    private static final int MAX_BEHIND = 1_000;

    private final ReentrantLock delivering = new ReentrantLock();
    private final Queue<E> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger behind = new AtomicInteger();
    private volatile Listener<E>[] listeners = none();

    /** One subscription; a class of its own, so that the same consumer can listen twice. */
    static final class Listener<E> {
        private final Consumer<? super E> consumer;
        private volatile boolean ended;
        private volatile Runnable leave = () -> {};

        Listener(Consumer<? super E> consumer) {
            this.consumer = consumer;
        }

        /** How it is taken out when it fails. */
        Bus.Subscription leavingBy(Runnable way) {
            leave = way;
            return way::run;
        }
    }

    synchronized void add(Listener<E> listener) {
        Listener<E>[] longer = Arrays.copyOf(listeners, listeners.length + 1);
        longer[listeners.length] = listener;
        listeners = longer;
    }

    /** Nothing is delivered to it any more, but for what another thread is delivering right now. */
    synchronized void remove(Listener<E> listener) {
        listener.ended = true;
        listeners = Arrays.stream(listeners).filter(l -> l != listener).toArray(Topic::array);
    }

    boolean isEmpty() {
        return listeners.length == 0;
    }

    void publish(E event) {
        waiting.add(event);
        boolean crowded = behind.incrementAndGet() > MAX_BEHIND;
        if (delivering.isHeldByCurrentThread()) {
            return;
        }
        if (crowded && waited()) {
            deliver();
        }
        while (!waiting.isEmpty() && delivering.tryLock()) {
            deliver();
        }
    }

    // Not for ever: two rooms whose listeners publish to each other must not lock up.
    private boolean waited() {
        try {
            return delivering.tryLock(1, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void deliver() {
        try {
            for (E event = waiting.poll(); event != null; event = waiting.poll()) {
                behind.decrementAndGet();
                for (Listener<E> listener : listeners) {
                    tell(listener, event);
                }
            }
        } finally {
            delivering.unlock();
        }
    }

    private void tell(Listener<E> listener, E event) {
        if (listener.ended) {
            return;
        }
        try {
            listener.consumer.accept(event);
        } catch (Throwable failure) {
            listener.ended = true;
            listener.leave.run();
            LOG.error("A listener failed and hears nothing more: {}", listener.consumer.getClass(), failure);
        }
    }

    private static <E> Listener<E>[] none() {
        return array(0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <E> Listener<E>[] array(int length) {
        return (Listener<E>[]) new Listener[length];
    }
}
