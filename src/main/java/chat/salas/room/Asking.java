package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.NotFound;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Asking to be let in, and taking that back. */
@Singleton
final class Asking {
    private final RoomViews views;
    private final Store store;
    private final RequestBook book;
    private final AskingRate rate;
    private final Aftermath aftermath;
    private final InstantSource clock;

    @SuppressWarnings("TooManyParameters")
    Asking(RoomViews views, Store store, RequestBook book, AskingRate rate, Aftermath aftermath, InstantSource clock) {
        this.views = views;
        this.store = store;
        this.book = book;
        this.rate = rate;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    AccessRequestRow ask(Actor actor, String slug, String words) {
        Glance room = views.glance(actor, slug).orElseThrow(Asking::unknown);
        require(Act.REQUEST_ACCESS, room);
        rate.take(actor.id(), room.id());
        AccessRequestRow draft = book.draft(room.id(), actor.id(), words);
        AccessRequestRow asked = store.write(() -> add(actor, draft));
        aftermath.asked(room.id(), actor.id());
        return asked;
    }

    /** Looks again, so that of two attempts at once one is told that it has asked already. */
    private AccessRequestRow add(Actor actor, AccessRequestRow draft) {
        require(Act.REQUEST_ACCESS, views.glance(actor, draft.roomId()).orElseThrow(Asking::unknown));
        return book.save(draft);
    }

    void withdraw(Actor actor, String slug) {
        Glance room = views.glance(actor, slug).orElseThrow(Asking::unknown);
        require(Act.SEE, room);
        if (store.write(() -> book.remove(room.id(), actor.id()))) {
            aftermath.asked(room.id(), actor.id());
        }
    }

    private void require(Act act, Glance room) {
        RoomPolicy.require(act, room.standing(clock.millis()));
    }

    private static NotFound unknown() {
        return new NotFound("There is no such room.");
    }
}
