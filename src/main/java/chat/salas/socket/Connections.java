package chat.salas.socket;

import chat.salas.account.CredentialEnded;
import chat.salas.kernel.Problem.TooMany;
import chat.salas.kernel.Problem.Unavailable;
import chat.salas.live.AccountEvent;
import chat.salas.live.Bus;
import chat.salas.live.Bus.Subscription;
import chat.salas.live.Presence;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Who is connected, so that the end of a credential ends what it opened, and nobody opens too many. */
@Singleton
final class Connections {
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final Presence presence;
    private final SocketLimits limits;
    private final ConcurrentHashMap<Long, List<Connection>> byAccount = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Subscription ends;

    Connections(Bus bus, Presence presence, SocketLimits limits) {
        this.presence = presence;
        this.limits = limits;
        this.ends = bus.onEveryAccount(this::heard);
    }

    /**
     * Whether there is room for one more of this account.
     *
     * @throws TooMany (429) when the account has its share, Unavailable (503) when the server is full
     */
    void checkRoomFor(long accountId) {
        if (limits.connections() > 0 && count.get() >= limits.connections()) {
            throw new Unavailable("The server has as many connections as it takes");
        }
        requireShare(byAccount.getOrDefault(accountId, List.of()).size());
    }

    private void requireShare(int open) {
        int most = limits.connectionsPerAccount();
        if (most > 0 && open >= most) {
            throw new TooMany("connections of this account: " + most + " (expected: less)", COME_BACK);
        }
    }

    /**
     * From now on it hears of its credential's end; until the subscription is closed.
     *
     * @throws TooMany when others of the account were faster between {@link #checkRoomFor} and now
     */
    Subscription add(Connection connection) {
        long account = connection.actor().id();
        byAccount.compute(account, (_, before) -> {
            requireShare(before == null ? 0 : before.size());
            return with(before, connection);
        });
        count.incrementAndGet();
        Subscription here = presence.connect(account);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                byAccount.computeIfPresent(account, (_, before) -> without(before, connection));
                count.decrementAndGet();
                here.close();
            }
        };
    }

    /** All that are there now. */
    List<Connection> all() {
        return byAccount.values().stream().flatMap(List::stream).toList();
    }

    int size() {
        return count.get();
    }

    private void heard(AccountEvent event) {
        if (event instanceof CredentialEnded ended) {
            byAccount.getOrDefault(ended.accountId(), List.of()).stream()
                    .filter(c -> c.actor().credential().equals(ended.credential()))
                    .forEach(Connection::credentialEnded);
        }
    }

    private static List<Connection> with(@Nullable List<Connection> before, Connection one) {
        if (before == null) {
            return List.of(one);
        }
        List<Connection> longer = new ArrayList<>(before.size() + 1);
        longer.addAll(before);
        longer.add(one);
        return longer;
    }

    private static @Nullable List<Connection> without(List<Connection> before, Connection one) {
        List<Connection> shorter = before.stream().filter(c -> c != one).toList();
        return shorter.isEmpty() ? null : shorter;
    }

    @PreDestroy
    void stop() {
        ends.close();
    }
}
