package chat.salas.message;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.Malformed;
import chat.salas.live.Bus;
import chat.salas.room.Membership;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens live streams. */
@Singleton
final class Joining {
    private final Rooms rooms;
    private final History history;
    private final Bus bus;
    private final Told told = new Told();

    Joining(Rooms rooms, History history, Bus bus) {
        this.rooms = rooms;
        this.history = history;
        this.bus = bus;
    }

    /** How much all of them were told. */
    Told told() {
        return told;
    }

    /**
     * First listens, then asks for the last number: what was committed until then is history, and what comes later is heard.
     */
    Bus.Subscription join(
            Actor actor,
            String slug,
            @Nullable Long after,
            Consumer<? super Messages.Delivery> listener,
            Lock reading) {
        if (after != null && after < 0) {
            throw new Malformed("after", after + " (expected: 0 or more)");
        }
        Membership membership = rooms.asMember(actor, slug);
        LiveStream stream = new LiveStream(membership, history, told, listener, reading);
        stream.closing(bus.onRoom(membership.room().id(), stream::hear));
        try {
            RoomView view = rooms.find(actor, slug);
            rooms.asMember(actor, slug);
            stream.start(view, after, () -> rooms.asMember(actor, slug));
            return stream;
        } catch (RuntimeException refused) {
            stream.close();
            throw refused;
        }
    }
}
