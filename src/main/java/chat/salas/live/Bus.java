package chat.salas.live;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries events from those who publish to those who listen. The listeners of a room (of an account) are told one event after
 * the other, in the order of publication, by one thread at a time. One that throws is dropped and logged.
 */
@Singleton
public final class Bus {
    private final Topics<List<? extends RoomEvent>> rooms = new Topics<>();
    private final Topics<AccountEvent> accounts = new Topics<>();
    private final Topic<AccountEvent> everyAccount = new Topic<>();

    /** Ends what it stands for; more than once does no harm. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Hears every batch of the room from now on, in order, on a publisher's thread. */
    public Subscription onRoom(long roomId, Consumer<? super List<? extends RoomEvent>> listener) {
        return rooms.subscribe(roomId, listener);
    }

    /** Hears what concerns the account from now on, in order, on a publisher's thread. */
    public Subscription onAccount(long accountId, Consumer<? super AccountEvent> listener) {
        return accounts.subscribe(accountId, listener);
    }

    /** Hears what concerns any account; for faces that keep track of many. */
    public Subscription onEveryAccount(Consumer<? super AccountEvent> listener) {
        Topic.Listener<AccountEvent> one = new Topic.Listener<>(listener);
        Subscription subscription = one.leavingBy(() -> everyAccount.remove(one));
        everyAccount.add(one);
        return subscription;
    }

    /** Tells the room's listeners; the events must all be of one room and in their order. */
    public void publish(List<? extends RoomEvent> events) {
        if (!events.isEmpty()) {
            rooms.publish(events.getFirst().roomId(), events);
        }
    }

    /** Tells the room's listeners. */
    public void publish(RoomEvent event) {
        publish(List.of(event));
    }

    /** Whether anybody listens to the room, so that news for nobody need not be gathered. */
    public boolean hasListeners(long roomId) {
        return rooms.has(roomId);
    }

    /** Whether anybody listens to any room. */
    public boolean hasRoomListeners() {
        return rooms.size() > 0;
    }

    /** Tells the account's own listeners, then those who hear every account. */
    public void publish(AccountEvent event) {
        accounts.publish(event.accountId(), event);
        everyAccount.publish(event);
    }

    /** How many rooms and accounts somebody listens to. */
    public int topics() {
        return rooms.size() + accounts.size();
    }
}
