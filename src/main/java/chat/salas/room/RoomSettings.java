package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditLog;
import chat.salas.audit.Pen;
import chat.salas.kernel.Actor;
import chat.salas.kernel.Problem.NotFound;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** What a room is called, who finds it and what one may do in it, as its admins set it. */
@Singleton
public final class RoomSettings {
    /** The longest that a room can be told to keep what is said; 0 = for ever. */
    public static final int MAX_RETENTION_DAYS = 36_500;

    private final Rooms rooms;
    private final Store store;
    private final SettingsWriter writer;
    private final Aftermath aftermath;
    private final Pens pens;
    private final RoomLimits limits;
    private final InstantSource clock;

    @SuppressWarnings("TooManyParameters")
    RoomSettings(
            Rooms rooms,
            Store store,
            SettingsWriter writer,
            Aftermath aftermath,
            Pens pens,
            RoomLimits limits,
            InstantSource clock) {
        this.rooms = rooms;
        this.store = store;
        this.writer = writer;
        this.aftermath = aftermath;
        this.pens = pens;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Changes some settings, for admins. Of two changes at once that concern different settings, both stand. Everybody
     * inside hears of it.
     *
     * @throws chat.salas.kernel.Problem 403 or 404 for others, 422 naming what is out of bounds
     */
    public RoomView change(Actor actor, String slug, SettingsChange change) {
        Membership admin = rooms.asAdmin(actor, slug);
        Pen pen = pens.room(admin.room().id());
        store.write(() -> write(admin, change, pen)).ifPresent(aftermath::changed);
        return rooms.find(actor, slug);
    }

    /** Reads inside the transaction that writes, so that nothing which others changed is put back. */
    private Optional<Room> write(Membership admin, SettingsChange change, Pen pen) {
        store.requireStill(Act.ADMINISTER, admin, clock.millis());
        Room before = store.rooms()
                .findById(admin.room().id())
                .map(RoomRow::room)
                .orElseThrow(() -> new NotFound("There is no such room."));
        Room after = before.with(before.settings().with(change, limits));
        if (after.equals(before)) {
            return Optional.empty();
        }
        writer.write(after);
        pen.write(
                admin.actor().id(),
                AuditAction.ROOM_SETTINGS,
                AuditLog.NOBODY,
                SettingsDifference.of(before.settings(), after.settings()));
        return Optional.of(after);
    }
}
