package chat.salas.room;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Page;
import jakarta.inject.Singleton;
import java.util.List;

/** All rooms; every look-up goes through the actor's right to see what it looks up. */
@Singleton
public final class Rooms {

    /**
     * Every room of the system that the actor may know of, with the actor's access to each, by name.
     *
     * @param query part of the name, case and accents folded; blank for all
     * @param page from 0
     * @param size 1..200
     */
    public Page<RoomView> directory(Actor actor, String query, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** The rooms that the actor is in, by name; at most 1,000. */
    public List<RoomView> mine(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Makes a room that the actor owns. */
    public RoomView create(Actor actor, NewRoom draft) {
        throw new UnsupportedOperationException();
    }

    /** One room as the actor sees it; 404 for an absent one and for an unlisted one that is none of the actor's. */
    public RoomView find(Actor actor, String slug) {
        throw new UnsupportedOperationException();
    }

    /** The room for a member; from memory, microseconds. 403 for outsiders of a listed room, else 404. */
    public Membership asMember(Actor actor, String slug) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #asMember}, for admins and the owner. */
    public Membership asAdmin(Actor actor, String slug) {
        throw new UnsupportedOperationException();
    }

    /** The members, by name. */
    public List<Member> members(Membership membership) {
        throw new UnsupportedOperationException();
    }

    /** Whether the account is a member now; from memory. For live faces that hold a subscription. */
    public boolean isMember(long accountId, long roomId) {
        throw new UnsupportedOperationException();
    }
}
