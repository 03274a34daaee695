package chat.salas.live;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Carries events from those who publish to those who listen. */
@Singleton
public final class Bus {

    /** Ends what it stands for; more than once does no harm. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Hears every batch of the room from now on, in order, on the publisher's thread. */
    public Subscription onRoom(long roomId, Consumer<? super List<? extends RoomEvent>> listener) {
        throw new UnsupportedOperationException();
    }

    /** Hears what concerns the account from now on, on the publisher's thread. */
    public Subscription onAccount(long accountId, Consumer<? super AccountEvent> listener) {
        throw new UnsupportedOperationException();
    }

    /** Hears what concerns any account; for faces that keep track of many. */
    public Subscription onEveryAccount(Consumer<? super AccountEvent> listener) {
        throw new UnsupportedOperationException();
    }

    /** Tells the room's listeners; the events must all be of one room and in their order. */
    public void publish(List<? extends RoomEvent> events) {
        throw new UnsupportedOperationException();
    }

    public void publish(RoomEvent event) {
        publish(List.of(event));
    }

    public void publish(AccountEvent event) {
        throw new UnsupportedOperationException();
    }
}
