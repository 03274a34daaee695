package chat.salas.message;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.Refused;
import chat.salas.room.Endings;
import chat.salas.room.Membership;
import chat.salas.room.RoomSettings;
import chat.salas.room.Rooms;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Erases what is older than its room keeps things. {@link Upkeep} calls it; numbers up to which all is gone are told. */
@Singleton
public final class Retention {
    private final Rooms rooms;
    private final Endings endings;
    private final Eraser eraser;
    private final Volume volume;
    private final InstantSource clock;

    Retention(Rooms rooms, Endings endings, Eraser eraser, Volume volume, InstantSource clock) {
        this.rooms = rooms;
        this.endings = endings;
        this.eraser = eraser;
        this.volume = volume;
        this.clock = clock;
    }

    /** What is too old. */
    public record Excess(long messages, long bytes) {}

    /**
     * What would be erased within the hour if the room kept things for so many days; for admins. Changes nothing.
     *
     * @param days 0..36,500; 0 = for ever
     */
    public Excess wouldErase(Actor actor, String room, int days) {
        Membership admin = rooms.asAdmin(actor, room);
        if (days < 0 || days > RoomSettings.MAX_RETENTION_DAYS) {
            throw new Refused("retentionDays", days + " (expected: 0.." + RoomSettings.MAX_RETENTION_DAYS + ")");
        }
        if (days == 0) {
            return new Excess(0, 0);
        }
        long id = admin.room().id();
        Tally old = volume.upTo(id, volume.lastBefore(id, cutOff(days)));
        return new Excess(old.messages(), old.bytes());
    }

    /** Erases what is too old in every room. */
    Tally run() {
        Tally all = Tally.NOTHING;
        for (Endings.Keeping keeping : endings.keeping()) {
            all = all.and(trim(keeping.roomId(), cutOff(keeping.days())));
        }
        return all;
    }

    private Tally trim(long roomId, Instant cutOff) {
        long upTo = volume.lastBefore(roomId, cutOff);
        if (upTo == 0) {
            return Tally.NOTHING;
        }
        endings.trim(roomId, upTo);
        return eraser.erase(roomId, upTo);
    }

    private Instant cutOff(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
