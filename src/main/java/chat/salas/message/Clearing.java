package chat.salas.message;

import chat.salas.kernel.Actor;
import chat.salas.room.Act;
import chat.salas.room.Endings;
import chat.salas.room.Membership;
import chat.salas.room.Rooms;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * Clears histories and deletes rooms for real. From the first commit on nobody sees any more what is to go; the calls return
 * once it is in no file either, which takes about a second for every hundred thousand messages, and some seconds more when
 * something was erased just before. What a crash interrupts goes on at the next start.
 */
@Singleton
public final class Clearing {
    private final Rooms rooms;
    private final Endings endings;
    private final Eraser eraser;
    private final Volume volume;
    private final Stamps stamps;

    Clearing(Rooms rooms, Endings endings, Eraser eraser, Volume volume, Stamps stamps) {
        this.rooms = rooms;
        this.endings = endings;
        this.eraser = eraser;
        this.volume = volume;
        this.stamps = stamps;
    }

    /**
     * What would go.
     *
     * @param bytes as they lie on disk
     * @param invites of any state
     */
    public record Extent(long messages, long bytes, int members, int invites) {}

    /** What went; members and invites are 0 where only the history was cleared. */
    public record Receipt(String room, Instant at, long messages, long bytes, int members, int invites) {}

    /** What clearing or deleting the room would take away; for admins. */
    public Extent extent(Actor actor, String room) {
        Membership admin = rooms.asAdmin(actor, room);
        Tally all = volume.of(admin.room().id());
        Endings.People people = endings.people(admin);
        return new Extent(all.messages(), all.bytes(), people.members(), people.invites());
    }

    /** Erases all that was said; room and members stay. For admins; again does no harm, and helps whoever is still at it. */
    public Receipt clear(Actor actor, String room) {
        Membership admin = rooms.asAdmin(actor, room);
        long upTo = endings.clear(admin);
        Tally gone = eraser.erase(admin.room().id(), upTo);
        eraser.settle();
        return new Receipt(admin.room().name(), stamps.now(), gone.messages(), gone.bytes(), 0, 0);
    }

    /** Ends the room: keys first, then everything that was ever in it. For the owner. */
    public Receipt delete(Actor actor, String room) {
        Membership owner = rooms.asMember(actor, room);
        owner.require(Act.OWN);
        Endings.People people = endings.delete(owner);
        Tally gone = eraser.eraseDeleted(owner.room().id());
        endings.bury(owner.room().id());
        eraser.settle();
        return new Receipt(
                owner.room().name(), stamps.now(), gone.messages(), gone.bytes(), people.members(), people.invites());
    }
}
