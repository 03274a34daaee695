package chat.salas.live;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who is online: an account is as long as it has a socket or a page, and for a few seconds longer, so that a reload goes
 * unnoticed.
 */
@Context
public final class Presence {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Bus bus;
    private final InstantSource clock;
    private final ConcurrentHashMap<Long, Here> online = new ConcurrentHashMap<>();
    private final ConcurrentHashMap.KeySetView<Long, Boolean> leaving = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap.KeySetView<Long, Boolean> announced = ConcurrentHashMap.newKeySet();
    private final Topic<Long> changed = new Topic<>();

    /** An account came or went; published to the account's own topic and through {@link Bus#onEveryAccount}. */
    public record PresenceChanged(long accountId, boolean online) implements AccountEvent {}

    private record Here(int connections, long goneAt) {}

    public Presence(Bus bus, InstantSource clock) {
        this.bus = bus;
        this.clock = clock;
        changed.add(new Topic.Listener<>(this::announce));
    }

    /** Counts one connection until the subscription is closed. */
    public Bus.Subscription connect(long accountId) {
        online.compute(accountId, (_, here) -> new Here(here == null ? 1 : here.connections + 1, 0));
        changed.publish(accountId);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                disconnect(accountId);
            }
        };
    }

    /** Whether it is connected, or was a few seconds ago. */
    public boolean isOnline(long accountId) {
        return online.containsKey(accountId);
    }

    /** How many accounts are. */
    public int count() {
        return online.size();
    }

    private void disconnect(long accountId) {
        long goneAt = clock.millis() + GRACE.toMillis();
        online.computeIfPresent(accountId, (_, here) -> new Here(here.connections - 1, goneAt));
        leaving.add(accountId);
    }

    /** Lets those go whose few seconds are over. */
    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void sweep() {
        long now = clock.millis();
        // of a copy: who is put back would be met again, and for ever where two share a place in the set
        for (Long accountId : List.copyOf(leaving)) {
            leaving.remove(accountId);
            Here left = online.computeIfPresent(accountId, (_, here) -> over(here, now) ? null : here);
            if (left == null) {
                changed.publish(accountId);
            } else if (left.connections == 0) {
                leaving.add(accountId);
            }
        }
    }

    private static boolean over(Here here, long now) {
        return here.connections == 0 && here.goneAt <= now;
    }

    // Runs for one account at a time and compares with the present, so that the last word is always the true one.
    private void announce(Long accountId) {
        boolean here = isOnline(accountId);
        boolean news = here ? announced.add(accountId) : announced.remove(accountId);
        if (news) {
            bus.publish(new PresenceChanged(accountId, here));
        }
    }
}
