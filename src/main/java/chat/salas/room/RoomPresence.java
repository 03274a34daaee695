package chat.salas.room;

import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.Presence.PresenceChanged;
import chat.salas.room.RoomEvents.MemberPresence;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells small rooms in which somebody is listening that a member came online or went. Gathered for a moment, so that many
 * comings and goings are one look-up an account, off the publisher's thread.
 */
@Context
final class RoomPresence {
    static final int MOST_MEMBERS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RoomPresence.class);

    private final ConcurrentHashMap<Long, Boolean> waiting = new ConcurrentHashMap<>();
    private final MembershipRepository memberships;
    private final Bus bus;
    private final Bus.Subscription subscription;

    RoomPresence(MembershipRepository memberships, Bus bus) {
        this.memberships = memberships;
        this.bus = bus;
        this.subscription = bus.onEveryAccount(this::gather);
    }

    private void gather(AccountEvent event) {
        if (event instanceof PresenceChanged changed) {
            waiting.put(changed.accountId(), changed.online());
        }
    }

    /** Tells what has gathered. */
    @Scheduled(fixedDelay = "300ms", initialDelay = "300ms")
    void tell() {
        Map.copyOf(waiting).forEach((accountId, online) -> {
            if (waiting.remove(accountId, online)) {
                tell(accountId, online);
            }
        });
    }

    private void tell(long accountId, boolean online) {
        try {
            for (long roomId : memberships.smallRoomsOf(accountId, MOST_MEMBERS)) {
                if (bus.hasListeners(roomId)) {
                    bus.publish(new MemberPresence(roomId, accountId, online));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Presence could not be told: {}", e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }
}
