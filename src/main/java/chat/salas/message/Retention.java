package chat.salas.message;

import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.NotFound;
import chat.salas.kernel.Problem.Refused;
import chat.salas.room.Endings;
import chat.salas.room.Membership;
import chat.salas.room.RoomSettings;
import chat.salas.room.Rooms;
import chat.salas.vault.CannotOpen;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what is older than its room keeps things. {@link Upkeep} calls it; numbers up to which all is gone are told. */
@Singleton
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

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
            all = all.and(tryToTrim(keeping));
        }
        return all;
    }

    /** One room's damage must not keep all others from being trimmed. */
    private Tally tryToTrim(Endings.Keeping keeping) {
        try {
            return trim(keeping);
        } catch (NotFound deleted) {
            return Tally.NOTHING;
        } catch (CannotOpen damaged) {
            LOG.error("Room {} keeps what is too old: its key was lost or damaged", keeping.roomId());
            return Tally.NOTHING;
        }
    }

    /** Erases nothing without hiding it first: the room may have been told meanwhile to keep it. */
    Tally trim(Endings.Keeping keeping) {
        long upTo = volume.lastBefore(keeping.roomId(), cutOff(keeping.days()));
        return upTo > 0 && endings.trim(keeping, upTo) ? eraser.erase(keeping.roomId(), upTo) : Tally.NOTHING;
    }

    private Instant cutOff(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
