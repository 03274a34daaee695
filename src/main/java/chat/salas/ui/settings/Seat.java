package chat.salas.ui.settings;

import chat.salas.kernel.Actor;
import chat.salas.room.Act;
import chat.salas.room.Membership;
import chat.salas.room.Room;
import chat.salas.room.RoomView;
import chat.salas.room.Rooms;

/** One person's right to one room; looked up anew by each call, so that nothing here outlives it. */
record Seat(Actor actor, String slug, Rooms rooms) {
    /** @throws chat.salas.kernel.Problem for who is no admin of the room (any more) */
    Membership admin() {
        return rooms.asAdmin(actor, slug);
    }

    Room room() {
        return admin().room();
    }

    RoomView view() {
        return rooms.find(actor, slug);
    }

    boolean may(Act act) {
        return admin().may(act);
    }
}
