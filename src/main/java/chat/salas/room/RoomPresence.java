package chat.salas.room;

import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.Presence.PresenceChanged;
import chat.salas.room.RoomEvents.MemberPresence;
import chat.salas.room.RoomEvents.MyRoomsChanged;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells small rooms in which somebody is listening that a member came online or went. Gathered for a moment, off the
 * publisher's thread. Which rooms those are is looked up once and remembered until the account's rooms change, so that coming
 * and going costs no query, and only as much as there are rooms with listeners.
 */
@Context
final class RoomPresence {
    static final int MOST_MEMBERS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RoomPresence.class);

    private static final int MOST_REMEMBERED = 50_000;

    private final ConcurrentHashMap<Long, Boolean> waiting = new ConcurrentHashMap<>();
    private final Cache<Long, List<Long>> rooms = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final SmallRooms memberships;
    private final Bus bus;
    private final Bus.Subscription subscription;

    /** The rooms of an account that have at most so many members. */
    @FunctionalInterface
    interface SmallRooms {
        List<Long> of(long accountId, int most);
    }

    @Inject
    RoomPresence(MembershipRepository memberships, Bus bus) {
        this(memberships::smallRoomsOf, bus);
    }

    RoomPresence(SmallRooms memberships, Bus bus) {
        this.memberships = memberships;
        this.bus = bus;
        this.subscription = bus.onEveryAccount(this::gather);
    }

    private void gather(AccountEvent event) {
        switch (event) {
            case PresenceChanged changed -> waiting.put(changed.accountId(), changed.online());
            case MyRoomsChanged moved -> rooms.invalidate(moved.accountId());
            default -> {}
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
            for (long roomId : roomsOf(accountId)) {
                if (bus.hasListeners(roomId)) {
                    bus.publish(new MemberPresence(roomId, accountId, online));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Presence could not be told: {}", e.getClass().getSimpleName());
        }
    }

    private List<Long> roomsOf(long accountId) {
        return bus.hasRoomListeners() ? rooms.get(accountId, id -> memberships.of(id, MOST_MEMBERS)) : List.of();
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }
}
